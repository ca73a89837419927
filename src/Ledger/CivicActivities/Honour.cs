using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.CivicActivities;

/// <summary>An honour that a unit received.</summary>
/// <param name="ReceivedOn">A date of the tenant's zone.</param>
public sealed record Honour(
    string HonourId, string UnitId, string Title, string AwardedBy, LocalDate ReceivedOn, Basis? Basis, long Version)
    : IState<Honour>, IConcernsUnit
{
    public static string Kind => "honour";

    public static Honour Empty { get; } = new("", "", "", "", default, null, 0);

    public static string Stream(string honourId) => $"honour/{honourId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => [new(IdKind.Honour, HonourId, ReceivedOn)];

    public Honour Apply(Recorded recorded) => recorded.Data switch
    {
        HonourReceived e => new(e.HonourId, e.UnitId, e.Title, e.AwardedBy, e.ReceivedOn, e.Basis, recorded.Version),
        _ => this,
    };
}
