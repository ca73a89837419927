using Ledger.Inspections;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Inspections;

public class InspectionsProjectionTests
{
    [Fact]
    public void An_inspection_is_one_row_with_its_findings_and_not_what_became_of_them()
    {
        var inspection = Given.Nothing.And(Inspected("inspection-1", Found("finding-1"))).State<Inspection>(Inspection.Stream("inspection-1"));

        InspectionsProjection.Rows(inspection).Single().ShouldBe(new InspectionRow(
            "inspection-1", Office, Bureau, InspectionKind.Superior, May1,
            """{"inspectionId":"inspection-1","unitId":"office","inspectingUnitId":"bureau","kind":"superior","inspectedOn":"2025-05-01","areaIds":["training"],"checkedTaskIds":[],"aspects":[],"findings":[{"findingId":"finding-1","areaId":"training","severity":"minor","text":"No register"}]}"""));
        InspectionsProjection.Rows(Inspection.Empty).ShouldBeEmpty();
    }
}
