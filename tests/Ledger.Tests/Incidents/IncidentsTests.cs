using Ledger.Incidents;
using Ledger.People;
using Ledger.Units;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Incidents;

public class IncidentsTests
{
    private static readonly Given Begun = Founded.AndThen(Opening());
    private static readonly Given Watched = Begun.AndThen(Assigning());
    private static readonly Given Over = Watched.AndThen(Closing());

    [Fact]
    public void An_incident_is_opened_put_in_somebodys_care_closed_and_reviewed()
    {
        Founded.When(Opening() with { AreaId = Training, Basis = Notice }).ShouldCreate("incident-1",
            new IncidentOpened("incident-1", Office, IncidentKind.Outage, "No power", April1, Training, Notice));
        Begun.When(Assigning() with { Basis = Notice }).ShouldRecord("incident-1",
            new IncidentDutyAssigned("incident-1", Office, Wang, April1, Notice));
        Watched.When(Closing() with { Basis = Notice }).ShouldRecord("incident-1",
            new IncidentClosed("incident-1", Office, May1, "Cable renewed", Notice));
        Over.When(Reviewing() with { Basis = Notice }).ShouldRecord("incident-1",
            new IncidentReviewed("incident-1", Office, June1, Li, "Keep a spare", Notice));
    }

    [Fact]
    public void An_id_left_out_is_made_and_none_is_used_twice()
    {
        Founded.When(Opening() with { IncidentId = null }).Id.ShouldBe("made-1");
        Begun.When(Opening()).ShouldFindTaken("incident", "incident-1", "incidentId");
    }

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Opening() with { UnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "unitId");
        Founded.When(Opening() with { AreaId = "nothing" }).ShouldNotKnow("area", "nothing", "areaId");
        Founded.When(Assigning()).ShouldNotKnow("incident", "incident-1", "incidentId");
        Founded.When(Closing()).ShouldNotKnow("incident", "incident-1", "incidentId");
        Founded.When(Reviewing()).ShouldNotKnow("incident", "incident-1", "incidentId");
        Begun.When(Assigning() with { PersonId = "nobody" }).ShouldNotKnow("person", "nobody", "personId");
        Over.When(Reviewing() with { ChairId = "nobody" }).ShouldNotKnow("person", "nobody", "chairId");
    }

    [Fact]
    public void Nothing_is_dated_after_the_day_of_recording_or_while_the_unit_does_not_exist()
    {
        var today = new { today = Given.Today };
        Founded.When(Opening() with { OpenedOn = Tomorrow }).ShouldRefuse("date-in-the-future", "openedOn", today);
        Begun.When(Assigning() with { From = Tomorrow }).ShouldRefuse("date-in-the-future", "from", today);
        Begun.When(Closing() with { ClosedOn = Tomorrow }).ShouldRefuse("date-in-the-future", "closedOn", today);
        Over.When(Reviewing() with { ReviewedOn = Tomorrow }).ShouldRefuse("date-in-the-future", "reviewedOn", today);
        var gone = NotThere(Office, TooEarly);
        Founded.When(Opening() with { OpenedOn = TooEarly }).ShouldRefuse("unit-not-in-existence", "openedOn", gone);
        Begun.When(Assigning() with { From = TooEarly }).ShouldRefuse("unit-not-in-existence", "from", gone);
        Begun.When(Closing() with { ClosedOn = TooEarly }).ShouldRefuse("unit-not-in-existence", "closedOn", gone);
        Over.When(Reviewing() with { ReviewedOn = TooEarly }).ShouldRefuse("unit-not-in-existence", "reviewedOn", gone);
    }

    [Fact]
    public void Each_act_follows_on_the_one_before()
    {
        Begun.When(Assigning() with { From = March1 }).ShouldRefuse("date-too-early", "from", new { earliest = April1 });
        Begun.AndThen(Assigning() with { From = June1 }).When(Assigning() with { PersonId = Li, From = May1 })
            .ShouldRefuse("date-too-early", "from", new { earliest = June1 });
        Begun.AndThen(Assigning() with { From = June1 }).When(Closing()).ShouldRefuse("date-too-early", "closedOn", new { earliest = June1 });
        Begun.When(Closing() with { ClosedOn = March1 }).ShouldRefuse("date-too-early", "closedOn", new { earliest = April1 });
        Over.When(Reviewing() with { ReviewedOn = April1 }).ShouldRefuse("date-too-early", "reviewedOn", new { earliest = May1 });
    }

    [Fact]
    public void Who_is_on_duty_is_in_office_and_not_on_duty_already()
    {
        Begun.And(new LeftOffice(Wang, Office, April1)).When(Assigning())
            .ShouldRefuse("holder-not-in-office", "personId", NotInOffice(Wang, April1, April1));
        Watched.When(Assigning() with { From = May1 }).ShouldRefuse("already-on-duty", "personId", new { since = April1 });
        Watched.AndThen(Assigning() with { PersonId = Li, From = May1 }).When(Assigning() with { From = May1 }).Refusal.ShouldBeNull();
        Over.And(new LeftOffice(Li, Office, June1)).When(Reviewing())
            .ShouldRefuse("holder-not-in-office", "chairId", NotInOffice(Li, June1, June1));
    }

    [Fact]
    public void An_incident_ends_once_and_is_reviewed_once_after_that()
    {
        Over.When(Closing()).ShouldRefuse("already-over", "incidentId", new { ClosedOn = May1 });
        Over.When(Assigning() with { PersonId = Li }).ShouldRefuse("already-over", "incidentId", new { ClosedOn = May1 });
        Watched.When(Reviewing()).ShouldRefuse("incident-not-closed", "incidentId", new { OpenedOn = April1 });
        Over.AndThen(Reviewing()).When(Reviewing()).ShouldRefuse("already-reviewed", "incidentId", new { ReviewedOn = June1 });
    }

    [Fact]
    public void An_open_incident_keeps_its_unit_and_is_a_duty_of_who_was_put_on_it_last()
    {
        Begun.When(new DissolveUnit(Office, June1, "merged")).ShouldRefuse("unit-in-use", "dissolvedOn", new
        {
            children = Array.Empty<string>(),
            unsettled = new[] { new { Kind = "incident", Id = "incident-1", On = April1 } },
            actsOnOrAfter = Array.Empty<string>(),
        });
        Over.When(new DissolveUnit(Office, June1, "merged")).Refusal.ShouldBeNull();
        Held(Watched, Wang).ShouldBe("""["incident-1"]""");
        Held(Watched.AndThen(Assigning() with { PersonId = Li }), Wang).ShouldBe("[]");
        Held(Over, Wang).ShouldBe("[]");

        static string Held(Given given, string personId) => Then.Text(
            ((IDictionary<string, List<object>>)given.When(new OfficeHolderLeft(personId, Tomorrow)).StillHeld!)["incidents"]);
    }

    [Fact]
    public void An_incident_is_one_row_and_its_dates_hold_its_unit()
    {
        var state = Over.AndThen(Reviewing()).State<Incident>(Incident.Stream("incident-1"));

        IncidentsProjection.Rows(state).Single().ShouldBe(new IncidentRow(
            "incident-1", Office, IncidentKind.Outage, IncidentState.Reviewed, April1, Wang,
            """{"incidentId":"incident-1","unitId":"office","kind":"outage","title":"No power","openedOn":"2025-04-01","status":"reviewed","roster":[{"personId":"wang","from":"2025-04-01"}],"closedOn":"2025-05-01","measures":"Cable renewed","review":{"reviewedOn":"2025-06-01","chairId":"li","lessons":"Keep a spare"},"version":4}"""));
        IncidentsProjection.Rows(Incident.Empty).ShouldBeEmpty();
        IncidentsProjection.Rows(Begun.State<Incident>(Incident.Stream("incident-1"))).Single().Status.ShouldBe(IncidentState.Open);
        IncidentsProjection.Rows(Over.State<Incident>(Incident.Stream("incident-1"))).Single().Status.ShouldBe(IncidentState.Closed);
        ActsOf(state).Order(StringComparer.Ordinal).ShouldBe(
            ["incident 2025-04-01", "incident 2025-04-01", "incident 2025-05-01", "incident 2025-06-01"]);
    }

    private static OpenIncident Opening() => new(Office, IncidentKind.Outage, "No power", April1, "incident-1");

    private static AssignIncidentDuty Assigning() => new("incident-1", Wang, April1);

    private static CloseIncident Closing() => new("incident-1", May1, "Cable renewed");

    private static ReviewIncident Reviewing() => new("incident-1", June1, Li, "Keep a spare");
}
