using System.Security.Cryptography;
using Ledger.Import;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Import;

public sealed class LineCountsTests
{
    [Fact]
    public void Equal_lines_are_counted()
    {
        var counts = new LineCounts();
        var (a, b) = (SHA256.HashData("a"u8), SHA256.HashData("b"u8));

        ((byte[][])[a, b, a, a, b]).Select(counts.OrdinalOf).ShouldBe([1, 1, 2, 3, 2]);
    }

    /// <summary>Everything that was allocated on the way counts, also what growing left behind: as much again as what stays.</summary>
    [Fact]
    public void A_line_costs_less_than_150_bytes_on_the_way_and_so_less_than_75_for_good()
    {
        const int lines = 1_000_000;
        var counts = new LineCounts();
        var hash = new byte[32];
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < lines; i++)
        {
            BitConverter.TryWriteBytes(hash, i);
            counts.OrdinalOf(hash);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(150L * lines);
    }
}
