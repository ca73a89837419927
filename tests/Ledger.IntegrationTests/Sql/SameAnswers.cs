using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Import;

namespace Ledger.IntegrationTests.Sql;

/// <summary>Compares what a dashboard reads with what the service answers to somebody who asks over HTTP.</summary>
public abstract class SameAnswers
{
    private protected readonly Client inspector;
    private protected readonly SqlReader reader;

    private protected SameAnswers(SqlReader reader, Client inspector) => (this.reader, this.inspector) = (reader, inspector);

    /// <summary>Both clocks as they stand in a query; left out when empty.</summary>
    public static TheoryData<string, string> Clocks { get; } = new()
    {
        { "", "" },
        { "2025-12-31", "" },
        { "2199-12-31", "" },
        { "2025-06-20", "2025-08-14T01:59:59Z" },
        { "2025-06-20", "2025-08-14T02:00:00Z" },
        { "", "2025-06-30T15:59:59Z" },
        { "", "2025-06-30T16:00:00Z" },
        { "", "#403" },
        { "2025-07-01", "#200" },
        { "2025-04-01", "#672" },
        { "2025-12-31", "#150" },
        { "", "#0" },
        { "2025-01-15", "2020-01-01T00:00:00Z" },
    };

    private protected async Task<IReadOnlyList<JsonObject>> AsOf(string subject, string asOf, string knownAt) =>
        await reader.Rows($"select * from ledger_read.{subject}_as_of({Arguments("t1", asOf, knownAt)})");

    private protected static string Arguments(string tenant, string asOf, string knownAt) =>
        $"'{tenant}', {(asOf.Length == 0 ? "null" : $"date '{asOf}'")}, {Known(knownAt)}";

    private protected static string Known(string knownAt) => knownAt switch
    {
        "" => "null::timestamptz",
        ['#', .. var position] => position,
        _ => $"timestamptz '{knownAt}'",
    };

    private protected static async Task<Answer> Get(Client caller, string path, string asOf, string knownAt, string more = "") =>
        (await caller.Get($"{path}?{(asOf.Length == 0 ? "" : $"asOf={asOf}")}"
            + (knownAt.Length == 0 ? "" : $"&knownAt={Uri.EscapeDataString(knownAt)}") + more)).Is(200);

    /// <summary>Every item of a list, however many pages it has.</summary>
    private protected static async Task<IReadOnlyList<JsonObject>> Items(
        Client caller, string path, string asOf, string knownAt, string more = "")
    {
        var items = new List<JsonObject>();
        var page = (await Get(caller, path, asOf, knownAt, more + "&limit=200")).Json;
        items.AddRange(page["items"]!.AsArray().Select(i => i!.AsObject()));
        while ((string?)page["next"] is { } next)
        {
            page = (await caller.Get($"{path}?limit=200{more}&cursor={next}")).Is(200).Json;
            items.AddRange(page["items"]!.AsArray().Select(i => i!.AsObject()));
        }

        return items;
    }

    private protected static JsonObject With(JsonObject row, string member, JsonNode? value)
    {
        var copy = row.DeepClone().AsObject();
        copy[member] = value?.DeepClone();
        return copy;
    }

    private protected static JsonObject Without(JsonObject row, params string[] members)
    {
        var copy = row.DeepClone().AsObject();
        foreach (var member in members)
            copy.Remove(member);
        return copy;
    }

    /// <summary>The same rows, in whatever order and with their members in whatever order; a member that is null is one
    /// that is not there.</summary>
    private protected static void Same(IEnumerable<JsonObject> sql, IEnumerable<JsonObject> http) =>
        sql.Select(Text).Order(StringComparer.Ordinal).ShouldBe(http.Select(Text).Order(StringComparer.Ordinal));

    private static string Text(JsonNode? node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members.Where(m => m.Value is not null).OrderBy(m => m.Key, StringComparer.Ordinal)
            .Select(m => $"{m.Key}:{Text(m.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Text))}]",
        _ => node?.ToJsonString() ?? "null",
    };

    /// <summary>The sample year with a dashboard that reads it.</summary>
    public sealed class Year(TemplateDatabase template) : SampleYear(template)
    {
        internal SqlReader Reader { get; private set; } = null!;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Reader = await SqlReader.Of(this, "t1");
        }

        public override async ValueTask DisposeAsync()
        {
            await Reader.DisposeAsync();
            await base.DisposeAsync();
        }
    }
}
