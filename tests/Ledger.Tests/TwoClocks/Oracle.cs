using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Areas;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>
/// What things mean (docs/architecture.md), worked out by brute force: the recorded facts up to a position, one date, and
/// a loop for each rule. Slow on purpose. It shares no fold, no row and no query with what it checks.
/// </summary>
/// <param name="known">The log up to the position.</param>
/// <param name="date">The effective clock.</param>
internal sealed partial class Oracle(IEnumerable<Recorded> known, LocalDate date)
{
    /// <summary>The zone of every tenant that is compared with the oracle.</summary>
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private readonly List<Recorded> log = [.. known];
    private Dictionary<string, int>? versions;

    private IEnumerable<ILedgerEvent> Facts => log.Select(r => r.Data);

    /// <summary>Everything that lists show, each row as the API writes it, by kind and id.</summary>
    /// <param name="units">Only what belongs to these units; null for all.</param>
    public Dictionary<string, JsonObject> State(IReadOnlySet<string>? units = null)
    {
        var rows = Cells().Concat(Units()).Concat(Groups()).Concat(People()).Concat(Tasks()).Concat(Meetings());
        return rows.Where(r => units?.Contains(r.UnitId) != false).ToDictionary(r => $"{r.What} {r.Id}", r => Json(r.Content));
    }

    /// <summary>A row as text that can be compared, whoever wrote it: members in order, those without a value left out.</summary>
    public static string Text(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members.Where(m => m.Value is not null)
            .OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{Text(m.Value)}")) + "}",
        JsonArray items => "[" + string.Join(',', items.Select(Text)) + "]",
        null => "null",
        _ => node.ToJsonString(),
    };

    public static JsonObject Json(object content) => JsonSerializer.SerializeToNode(content, LedgerJson.Options)!.AsObject();

    /// <summary>Which entry holds on a day: the latest start on or before it, ties to the later record; -1 before the
    /// first.</summary>
    private static int InForce<T>(List<(LocalDate From, T Value)> entries, LocalDate day)
    {
        var best = -1;
        for (var i = 0; i < entries.Count; i++)
            if (entries[i].From <= day && (best < 0 || entries[i].From >= entries[best].From))
                best = i;
        return best;
    }

    /// <summary>The same, the first to come standing for the days before it.</summary>
    private static int InForceOrFirst<T>(List<(LocalDate From, T Value)> entries, LocalDate day) =>
        InForce(entries, day) is >= 0 and var found ? found : InForce(entries, entries.Min(e => e.From));

    private IEnumerable<string> AreaIds() => Facts.OfType<AreaDefined>().Select(a => a.AreaId);

    private int Version(string stream) =>
        (versions ??= Facts.CountBy(f => f.Stream).ToDictionary()).GetValueOrDefault(stream);

    private static LocalDate DayOf(Recorded recorded) => recorded.RecordedAt.InZone(Zone).Date;

    /// <summary>A row of a list.</summary>
    /// <param name="What">As a difference between two states names it.</param>
    private sealed record Row(string What, string Id, string UnitId, object Content);
}
