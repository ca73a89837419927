using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Benchmarks.Subjects;

/// <summary>
/// Bodies of <c>AssignLeader</c> that are never refused: cell after cell of the given units, and when all are held, the
/// same cells again on the day before, where nobody holds them yet.
/// </summary>
internal sealed class OpenCells(IReadOnlyList<int> units, string prefix)
{
    private static readonly LocalDate Latest = new(2022, 12, 1);

    private int made = -1;

    public byte[] Next()
    {
        var number = Interlocked.Increment(ref made);
        var unit = units[number % units.Count];
        var cell = number / units.Count % (History.Areas.Length * History.Levels.Length);
        var day = Latest.PlusDays(-(number / units.Count / (History.Areas.Length * History.Levels.Length)));
        return Encoding.UTF8.GetBytes(
            $$"""
            {"assignmentId":"{{prefix}}-{{number}}","unitId":"{{History.UnitId(unit)}}","areaId":"{{History.Areas[cell / History.Levels.Length]}}","level":"{{History.Levels[cell % History.Levels.Length]}}","personId":"{{History.PersonId(unit, number % History.PeopleOfUnit)}}","effectiveFrom":"{{LocalDatePattern.Iso.Format(day)}}","basis":"责任分工(2023)"}
            """);
    }
}
