using Ledger.Benchmarks.Subjects;
using Ledger.Diff;
using Ledger.Matrix;
using Ledger.Reads;
using Ledger.Timeline;
using Ledger.UnitState;
using Ledger.Vacancies;

namespace Ledger.Benchmarks.Measures;

/// <summary>A question of the large body: how the ledger is asked, and the same question in plain SQL.</summary>
/// <param name="OfUnit">It concerns one unit, so that it must not cost more with a longer log.</param>
/// <param name="Values">What is asked beside both clocks, of a unit.</param>
/// <param name="Sql">Over the tables made by hand; null when there is nothing to set beside it.</param>
/// <param name="Parameters">Of <paramref name="Sql"/>, behind the position and the date.</param>
internal sealed record LargeQuestion(
    string Name, ReadRoute Route, bool OfUnit, Func<string, long, Dictionary<string, string>> Values, string? Sql,
    Func<string, long, object[]> Parameters)
{
    private const double NowMost = 0.2, OldMost = 1;

    private const string From = "2024-01-01";

    private static readonly NodaTime.LocalDate FromDate = new(2024, 1, 1);

    public static readonly IReadOnlyList<LargeQuestion> All =
    [
        new("the whole matrix", GetMatrix.Route, false, (_, _) => [], HandMade.Matrix, (_, _) => []),
        new("a unit's matrix", GetMatrix.Route, true, (unit, _) => new() { ["unit"] = unit }, HandMade.UnitMatrix, (unit, _) => [unit]),
        new("a cell with its history", GetCell.Route, true,
            (unit, _) => new() { ["unitId"] = unit, ["areaId"] = History.Areas[4], ["level"] = "Leading" },
            HandMade.Cell, (unit, _) => [unit, History.Areas[4], "Leading"]),
        new("a unit's timeline, first page", GetTimeline.Route, true, (unit, _) => new() { ["unitId"] = unit },
            HandMade.Timeline, (unit, _) => [unit]),
        new("a unit's state", GetUnitState.Route, true, (unit, _) => new() { ["unitId"] = unit }, null, (_, _) => []),
        new("a unit's difference over the last tenth", GetDiff.Route, true,
            (unit, against) => new() { ["unit"] = unit, ["againstKnownAt"] = $"#{against}" }, HandMade.UnitDiff, (unit, against) => [unit, against]),
        new("the whole difference over the last tenth", GetDiff.Route, false, (_, against) => new() { ["againstKnownAt"] = $"#{against}" },
            HandMade.Diff, (_, against) => [against]),
        new("a unit's vacancies", GetVacancies.Route, true, (unit, _) => new() { ["unit"] = unit, ["from"] = From },
            HandMade.UnitVacancies, (unit, _) => [unit, FromDate]),
        new("all vacancies, first page", GetVacancies.Route, false, (_, _) => new() { ["from"] = From }, HandMade.Vacancies, (_, _) => [FromDate]),
    ];

    /// <summary>How much of the plain SQL's time it may take.</summary>
    public double? Target(bool old) => Route == GetMatrix.Route && !OfUnit ? old ? OldMost : NowMost : null;
}
