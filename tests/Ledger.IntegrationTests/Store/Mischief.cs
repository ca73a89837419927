using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;

namespace Ledger.IntegrationTests.Store;

/// <summary>A defect: a decision that throws once all it asked for is there.</summary>
internal sealed record Throw(string AreaId) : ICommand
{
    public Decision Decide(Known known) =>
        known.Exists(IdKind.Area, AreaId) || !known.Missing.IsEmpty ? Decision.Create("", []) : throw new DefectException();
}

/// <summary>A defect: a decision that gives an id twice, so that only the constraint stands in its way, when the event is
/// already appended.</summary>
internal sealed record Collide(string AreaId) : ICommand
{
    public Decision Decide(Known known) => Decision.Create(AreaId, new AreaDefined(AreaId, "甲", "A"));
}

internal sealed class DefectException() : Exception("A defect of this test's own.");
