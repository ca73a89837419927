using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.CivicActivities;

/// <summary>Records an honour that a unit received; honours of persons are not kept.</summary>
/// <param name="AwardedBy">Who gave it.</param>
/// <param name="ReceivedOn">A date of the tenant's zone, not after the day of recording.</param>
/// <param name="HonourId">The caller's slug; left out, the ledger makes one.</param>
public sealed record ReceiveHonour(
    [Id] string UnitId, [Title] string Title, [Title] string AwardedBy, LocalDate ReceivedOn, [Id] string? HonourId = null,
    Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Honour, HonourId);
        var unit = known.UnitRefusal(UnitId, ReceivedOn, "unitId", "receivedOn");
        if (exists)
            return Refusal.Exists(IdKind.Honour, HonourId!, "honourId");
        if ((unit ?? known.InTheFuture(ReceivedOn, "receivedOn")) is { } refusal)
            return refusal;
        var id = HonourId ?? known.NewId();
        return Decision.Create(id, new HonourReceived(id, UnitId, Title, AwardedBy, ReceivedOn, Basis));
    }
}

/// <summary>A unit received an honour on <paramref name="ReceivedOn"/>. Stored as honour_received.v1.</summary>
public sealed record HonourReceived(
    string HonourId, string UnitId, string Title, string AwardedBy, LocalDate ReceivedOn, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Honour.Stream(HonourId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => ReceivedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Honour, HonourId)];
}
