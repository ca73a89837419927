using Ledger.Inspections;
using Ledger.Units;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Inspections;

public class RecordInspectionTests
{
    [Fact]
    public void A_unit_above_inspects_and_ids_left_out_are_made()
    {
        var given = Founded.And(Raised("task-1"));

        var decision = given.When(Inspecting() with
        {
            InspectionId = null,
            CheckedTaskIds = ["task-1"],
            Findings = [new(Training, Severity.Minor, "No register", "finding-1"), new(Archives, Severity.Serious, "No archive")],
            Basis = Notice,
        });

        decision.ShouldCreate("made-1", new InspectionRecorded(
            "made-1", Office, Bureau, InspectionKind.Superior, May1, [Training], ["task-1"],
            [Found("finding-1"), new("made-2", Archives, Severity.Serious, "No archive")], Basis: Notice));
    }

    [Fact]
    public void A_unit_inspects_itself_by_aspects()
    {
        var decision = Founded.When(Inspecting() with
        {
            InspectingUnitId = Office,
            Kind = InspectionKind.Self,
            Aspects = [InspectionAspect.Team, InspectionAspect.Channels],
        });

        decision.ShouldCreate("inspection-1", new InspectionRecorded("inspection-1", Office, Office, InspectionKind.Self, May1,
            [Training], [], [], [InspectionAspect.Team, InspectionAspect.Channels]));
    }

    [Fact]
    public void An_inspection_concerns_both_units_and_one_of_itself_one()
    {
        Units(Inspected("inspection-1")).ShouldBe([Office, Bureau]);
        Units(Inspected("inspection-1") with { InspectingUnitId = Office }).ShouldBe([Office]);
    }

    [Fact]
    public void A_unit_further_above_inspects_too()
    {
        var given = Founded.And(new UnitMoved(School, Bureau, Office, March1));

        given.When(Inspecting() with { UnitId = School }).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Only_a_unit_above_on_that_day_inspects_as_a_superior()
    {
        var given = Founded.And(new UnitMoved(School, Bureau, Office, June1));

        var decision = given.When(Inspecting() with { UnitId = School, InspectingUnitId = Office });

        decision.ShouldRefuse("not-above-the-unit", "inspectingUnitId", new { unitId = School, on = May1, above = new[] { Bureau } });
    }

    [Fact]
    public void A_self_inspection_is_by_the_unit_itself() =>
        Founded.When(Inspecting() with { Kind = InspectionKind.Self })
            .ShouldRefuse("not-the-unit-itself", "inspectingUnitId", new { UnitId = Office });

    [Fact]
    public void An_id_is_never_used_twice()
    {
        var given = Founded.And(Inspected("inspection-1", Found("finding-1")));

        given.When(Inspecting()).ShouldFindTaken("inspection", "inspection-1", "inspectionId");
        given.When(Inspecting() with { InspectionId = null, Findings = [new(Training, Severity.Minor, "x", "finding-1")] })
            .ShouldFindTaken("finding", "finding-1", "findings");
    }

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Inspecting() with { UnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "unitId");
        Founded.When(Inspecting() with { InspectingUnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "inspectingUnitId");
        Founded.When(Inspecting() with { AreaIds = ["weather"] }).ShouldNotKnow("area", "weather", "areaIds");
        Founded.When(Inspecting() with { Findings = [new("weather", Severity.Minor, "x")] }).ShouldNotKnow("area", "weather", "findings");
        Founded.When(Inspecting() with { CheckedTaskIds = ["task-1"] }).ShouldNotKnow("task", "task-1", "checkedTaskIds");
    }

    [Fact]
    public void Both_units_exist_on_that_day()
    {
        Founded.When(Inspecting() with { InspectedOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "inspectedOn", NotThere(Office, TooEarly));
        Founded.And(new UnitDissolved(Bureau, May1, "merged")).When(Inspecting())
            .ShouldRefuse("unit-not-in-existence", "inspectedOn", NotThere(Bureau, May1, May1));
    }

    [Fact]
    public void A_task_of_another_unit_is_not_checked_here() =>
        Founded.And(Raised("task-1", School)).When(Inspecting() with { CheckedTaskIds = ["task-1"] })
            .ShouldRefuse("task-of-another-unit", "checkedTaskIds", new { taskId = "task-1", UnitId = School });

    [Fact]
    public void An_inspection_is_not_recorded_before_it_is_made() =>
        Founded.When(Inspecting() with { InspectedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "inspectedOn", new { today = Given.Today });

    [Fact]
    public void Nothing_is_listed_twice()
    {
        var given = Founded.And(Raised("task-1"));

        given.When(Inspecting() with { AreaIds = [Training, Training] }).ShouldRefuse("listed-twice", "areaIds", new { value = Training });
        given.When(Inspecting() with { CheckedTaskIds = ["task-1", "task-1"] })
            .ShouldRefuse("listed-twice", "checkedTaskIds", new { value = "task-1" });
        given.When(Inspecting() with { Aspects = [InspectionAspect.Team, InspectionAspect.Team] })
            .ShouldRefuse("listed-twice", "aspects", new { value = InspectionAspect.Team });
        given.When(Inspecting() with { Findings = [new(Training, Severity.Minor, "x", "f-1"), new(Training, Severity.Minor, "y", "f-1")] })
            .ShouldRefuse("listed-twice", "findings", new { value = "f-1" });
    }

    [Fact]
    public void Its_date_holds_its_units() => ActsOf(Given.Nothing.And(Inspected("inspection-1"))
        .State<Inspection>(Inspection.Stream("inspection-1"))).ShouldBe(["inspection 2025-05-01"]);

    private static IEnumerable<string> Units(Log.ILedgerEvent data) => data.UnitIds;

    private static RecordInspection Inspecting() => new(
        Office, Bureau, InspectionKind.Superior, May1, [Training], [], [], "inspection-1");
}
