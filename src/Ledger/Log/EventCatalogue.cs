using System.Collections.Frozen;

namespace Ledger.Log;

/// <summary>The stored name of every event. A name is never changed or used again (docs/architecture.md, events).</summary>
public sealed class EventCatalogue
{
    private readonly Dictionary<string, Type> types = [];
    private readonly Dictionary<Type, string> aliases = [];

    /// <summary>Type by alias, such as <c>leader_assigned.v1</c>.</summary>
    public IReadOnlyDictionary<string, Type> Types => types.ToFrozenDictionary();

    public EventCatalogue Add<TEvent>(string alias)
        where TEvent : class, ILedgerEvent
    {
        types.Add(alias, typeof(TEvent));
        aliases.Add(typeof(TEvent), alias);
        return this;
    }

    public string AliasOf(ILedgerEvent data) => aliases[data.GetType()];

    public Type TypeOf(string alias) => types.TryGetValue(alias, out var type)
        ? type
        : throw new InvalidOperationException($"The log holds an event '{alias}' that this release does not know.");
}
