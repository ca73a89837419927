using Ledger.Releases;
using Ledger.Units;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Releases;

public class LogReleasesTests
{
    private static readonly Given Registered = Founded.And(Entered("channel-1"));

    [Fact]
    public void A_count_is_logged_for_a_period() => Registered.When(Logging() with { Basis = Notice })
        .ShouldCreate("log-1", Logged("log-1") with { Basis = Notice });

    [Fact]
    public void A_channel_may_be_left_out_and_an_id_left_out_is_made() =>
        Registered.When(Logging() with { ReleaseLogId = null, ChannelId = null, Kind = ReleaseKind.PressArticle, Period = "2025-Q1" })
            .ShouldCreate("made-1", new ReleasesLogged("made-1", Office, ReleaseKind.PressArticle, "2025-Q1", 4));

    [Fact]
    public void Another_count_for_the_same_period_takes_the_place_of_the_one_before()
    {
        var given = Registered.AndThen(Logging()).AndThen(Logging() with { ReleaseLogId = "log-2", Count = 5 });

        Rows(given).ShouldBe([Row("log-2", "2025-03", 5, position: 11)]);
    }

    [Fact]
    public void The_same_count_is_not_logged_twice() => Registered.AndThen(Logging()).When(Logging() with { ReleaseLogId = "log-2" })
        .ShouldRefuse("already-logged", "count", new { Count = 4, ReleaseLogId = "log-1" });

    [Theory]
    [InlineData("2025"), InlineData("2025-H1"), InlineData("2025-Q1")]
    public void Nothing_counts_twice(string period) =>
        Registered.AndThen(Logging()).When(Logging() with { ReleaseLogId = "log-2", Period = period })
            .ShouldRefuse("period-overlaps", "period", new { Period = "2025-03", Count = 4, ReleaseLogId = "log-1" });

    [Fact]
    public void Other_periods_kinds_and_channels_stand_beside_it()
    {
        var given = Registered.AndThen(Logging()).AndThen(Logging() with { ReleaseLogId = "log-2", Period = "2025-Q2" })
            .AndThen(Logging() with { ReleaseLogId = "log-3", Kind = ReleaseKind.PressArticle })
            .AndThen(Logging() with { ReleaseLogId = "log-4", ChannelId = null });

        Rows(given).Select(r => r.ReleaseLogId).ShouldBe(["log-1", "log-2", "log-3", "log-4"]);
    }

    [Fact]
    public void An_id_is_never_used_twice() => Registered.AndThen(Logging()).When(Logging() with { Count = 5 })
        .ShouldFindTaken("release-log", "log-1", "releaseLogId");

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Logging() with { UnitId = "elsewhere", ChannelId = null }).ShouldNotKnow("unit", "elsewhere", "unitId");
        Founded.When(Logging()).ShouldNotKnow("channel", "channel-1", "channelId");
    }

    [Fact]
    public void The_channel_is_the_unit_s_own() => Founded.And(Entered("channel-1", School)).When(Logging())
        .ShouldRefuse("channel-of-another-unit", "channelId", new { channelId = "channel-1", UnitId = School });

    [Fact]
    public void The_unit_exists_in_some_part_of_the_period()
    {
        Registered.When(Logging() with { Period = "2024-12" })
            .ShouldRefuse("unit-not-in-existence", "period", NotThere(Office, new(2024, 12, 1)));
        Registered.And(new UnitDissolved(Office, March1, "merged")).When(Logging())
            .ShouldRefuse("unit-not-in-existence", "period", NotThere(Office, March1, March1));
        Registered.And(new UnitDissolved(Office, March1.PlusDays(1), "merged")).When(Logging()).Refusal.ShouldBeNull();
    }

    [Fact]
    public void The_period_has_begun() => Registered.When(Logging() with { Period = "2025-07" })
        .ShouldRefuse("period-not-begun", "period", new { From = July1, today = Given.Today });

    [Theory]
    [InlineData(-1), InlineData(1_000_001)]
    public void A_count_is_not_negative_and_not_absurd(int count) => Registered.When(Logging() with { Count = count })
        .ShouldRefuse("number-out-of-range", "count", new { from = 0, to = 1_000_000 });

    [Fact]
    public void A_unit_s_counts_are_dated_from_the_start_of_their_periods()
    {
        var state = Registered.AndThen(Logging()).State<UnitReleases>(UnitReleases.Stream(Office));

        ActsOf(state).ShouldBe(["release-log 2025-03-01"]);
        ReleasesProjection.Rows(UnitReleases.Empty).ShouldBeEmpty();
    }

    [Fact]
    public void A_unit_may_have_begun_or_ended_within_a_period_that_is_counted()
    {
        var given = Founded.And(new UnitRegistered("annex", "分局", "Annex", "office", 2, Bureau, February1, LevelLabels.Default, []))
            .AndThen(new LogReleases("annex", ReleaseKind.PressArticle, "2025-03", 4));

        given.When(new CorrectUnit("annex", new(EffectiveFrom: April1.PlusDays(-1)), "mistyped")).Refusal.ShouldBeNull();
        given.When(new CorrectUnit("annex", new(EffectiveFrom: April1), "mistyped")).Refusal.ShouldNotBeNull().Code.ShouldBe("act-before-start");
        given.When(new DissolveUnit("annex", March1.PlusDays(1), "merged")).Refusal.ShouldBeNull();
        given.When(new DissolveUnit("annex", March1, "merged")).Refusal.ShouldNotBeNull().Code.ShouldBe("unit-in-use");
    }

    private static LogReleases Logging() => new(Office, ReleaseKind.WebsiteUpdate, "2025-03", 4, "channel-1", "log-1");

    private static ReleasesLogged Logged(string id) => new(id, Office, ReleaseKind.WebsiteUpdate, "2025-03", 4, "channel-1");

    private static List<ReleaseRow> Rows(Given given) =>
        [.. ReleasesProjection.Rows(given.State<UnitReleases>(UnitReleases.Stream(Office)))];

    private static ReleaseRow Row(string id, string period, int count, long position) =>
        new(id, Office, "channel-1", ReleaseKind.WebsiteUpdate, period, March1, April1, count, position);
}
