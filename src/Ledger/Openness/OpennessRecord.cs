using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Openness;

/// <summary>What a unit made public of its own affairs.</summary>
/// <param name="DecidedOn">A date of the tenant's zone, like <paramref name="PublishedOn"/>.</param>
public sealed record OpennessRecord(
    string RecordId, string UnitId, OpennessKind RecordKind, string Title, LocalDate DecidedOn, LocalDate PublishedOn,
    string? ChannelId, Basis? Basis, long Version) : IState<OpennessRecord>, IConcernsUnit
{
    public static string Kind => "openness";

    public static OpennessRecord Empty { get; } = new("", "", default, "", default, default, null, null, 0);

    public static string Stream(string recordId) => $"openness/{recordId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => [new(IdKind.OpennessRecord, RecordId, PublishedOn)];

    public OpennessRecord Apply(Recorded recorded) => recorded.Data switch
    {
        RecordPublished e => new(e.RecordId, e.UnitId, e.Kind, e.Title, e.DecidedOn, e.PublishedOn, e.ChannelId, e.Basis,
            recorded.Version),
        _ => this,
    };
}
