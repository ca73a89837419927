using Ledger.Log;
using Ledger.Tests.Views;
using Ledger.Timeline;
using Ledger.Units;
using Ledger.Views;
using NodaTime;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Timeline;

public class TimelineProjectionTests
{
    [Fact]
    public void An_act_stands_with_every_unit_that_it_concerns()
    {
        var given = Given.Nothing.And(Assigned("asg-1", Li, March1), new UnitMoved(School, Office, Bureau, March1));

        Rows(given.Log).ShouldBe([
            new(Office, 1, "leader_assigned.v1", Given.Today, March1),
            new(School, 2, "unit_moved.v1", Given.Today, March1),
            new(Office, 2, "unit_moved.v1", Given.Today, March1),
            new(Bureau, 2, "unit_moved.v1", Given.Today, March1)]);
    }

    [Fact]
    public void The_date_of_recording_is_that_of_the_tenants_zone()
    {
        var beforeMidnight = new Recorded(1, 1, Instant.FromUtc(2025, 6, 14, 15, 59, 59), Assigned("asg-1", Li, March1));
        var midnight = new Recorded(2, 2, Instant.FromUtc(2025, 6, 14, 16, 0), Ended("asg-1", Li, May1));

        Rows([beforeMidnight, midnight]).Select(r => r.RecordedOn).ShouldBe([new LocalDate(2025, 6, 14), new LocalDate(2025, 6, 15)]);
    }

    private static IEnumerable<TimelineRow> Rows(IReadOnlyList<Recorded> log) => TableInMemory<TimelineRow>.Of(
        TimelineProjection.Rows, TableInMemory.Batches(new ViewCatalogue().Add(new TimelineProjection()), log, batchSize: 1)).Rows.Select(r => r.Row);
}
