using Ledger.Commands;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Commands;

public sealed class RecentTests
{
    [Fact]
    public void What_was_looked_at_since_stays_and_what_was_not_goes()
    {
        var recent = new Recent<int, string>(youngMax: 2);
        for (var i = 1; i <= 3; i++)
            recent[i] = $"{i}";
        recent.Age();
        recent.TryGetValue(2, out var seen).ShouldBeTrue();
        seen.ShouldBe("2");
        for (var i = 4; i <= 5; i++)
            recent.TryAdd(i, $"{i}");

        recent.Age();

        ((int[])[1, 2, 3, 4, 5]).Where(i => recent.TryGetValue(i, out _)).ShouldBe([2, 4, 5]);
    }

    [Fact]
    public void Within_the_bound_nothing_goes_and_the_latest_value_counts()
    {
        var recent = new Recent<int, string>(youngMax: 2) { [1] = "old" };
        recent.Age();
        recent[1] = "new";
        recent.TryAdd(1, "not taken");
        recent.Age();

        recent.TryGetValue(1, out var value).ShouldBeTrue();
        value.ShouldBe("new");
    }
}
