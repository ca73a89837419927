using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Sql;

/// <summary>The systems around the matrix in <c>ledger_read</c>: on the sample year, and act by act on a tenant in which every
/// command was recorded once.</summary>
public sealed class SystemsSameAnswersTests(SameAnswers.Year service)
    : SameAnswers(service.Reader, service.As("inspector")), IClassFixture<SameAnswers.Year>
{
    /// <summary>By view, the function that answers as of both clocks without its ending.</summary>
    private static readonly Dictionary<string, string> Functions = new()
    {
        ["obligation"] = "obligations",
        ["inspection"] = "inspections",
        ["finding"] = "findings",
        ["notification"] = "notifications",
        ["instruction"] = "instructions",
        ["accountability_case"] = "accountability_cases",
        ["assessment"] = "assessments",
        ["report"] = "reports",
        ["channel"] = "channels",
        ["release"] = "releases",
        ["release_item"] = "release_items",
        ["plan"] = "plans",
        ["openness_record"] = "openness_records",
        ["incident"] = "incidents",
        ["training"] = "trainings",
        ["activity"] = "activities",
        ["honour"] = "honours",
        ["hand_over"] = "hand_overs",
    };

    /// <summary>What the service adds to each, by view.</summary>
    private static readonly Dictionary<string, string[]> Derived = new()
    {
        ["inspection"] = ["findings", "notifications"],
        ["instruction"] = ["tasks"],
        ["release_item"] = ["chainComplete"],
        ["incident"] = ["onDuty"],
    };

    [Theory, MemberData(nameof(Clocks))]
    public async Task The_sample_year(string asOf, string knownAt)
    {
        foreach (var subject in Functions.Keys.Except(["hand_over"]))
            Same(await Sql(subject, asOf, knownAt), await Http(inspector, subject, asOf, knownAt));
    }

    [Fact]
    public async Task Every_act_of_a_tenant_that_recorded_every_command()
    {
        var tenant = await service.NewTenant(TemplateDatabase.ZoneOfT2);
        var li = service.As("li", tenant);
        await Acts.Record(li);
        await using var other = await SqlReader.Of(service, tenant);
        var last = long.Parse((await li.Get("/api/areas")).Header("Ledger-Position")!, null);
        var seen = Functions.Keys.ToDictionary(s => s, _ => new HashSet<string>());

        for (var position = 1L; position <= last; position++)
            foreach (var subject in Functions.Keys)
            {
                var rows = await Sql(subject, "", $"#{position}", other, tenant);
                Same(rows, await Http(li, subject, "", $"#{position}"));
                seen[subject].UnionWith(rows.Select(r => r.ToJsonString()));
            }

        seen.Where(s => s.Value.Count == 0).Select(s => s.Key).ShouldBeEmpty();
        foreach (var (subject, function) in Functions)
            Same(await other.Rows($"select * from ledger_read.{subject}"),
                await other.Rows($"select * from ledger_read.{function}_as_of('{tenant}')"));
    }

    [Fact]
    public async Task A_history_says_since_when_and_until_when_a_row_was_known()
    {
        var tenant = await service.NewTenant(TemplateDatabase.ZoneOfT1);
        await Acts.Record(service.As("li", tenant));
        await using var other = await SqlReader.Of(service, tenant);
        var instants = (await other.Rows("select position, recorded_at, event_id, type from ledger_read.timeline"))
            .ToLookup(e => (long)e["position"]!);

        var rows = new List<JsonObject>();
        foreach (var subject in Functions.Keys.Except(["instruction"]))
            rows.AddRange(await other.Rows($"select * from ledger_read.{subject}_history"));

        rows.ShouldContain(r => (long)r["knownTo"]! < long.MaxValue);
        foreach (var row in rows)
        {
            var opened = instants[(long)row["knownFrom"]!].First();
            (row["openedBy"], row["openedType"], row["recordedFrom"]).ToString()
                .ShouldBe((opened["eventId"], opened["type"], opened["recordedAt"]).ToString());
            var closed = instants[(long)row["knownTo"]!].FirstOrDefault();
            (row["closedBy"], row["closedType"], row["recordedTo"]).ToString()
                .ShouldBe((closed?["eventId"], closed?["type"], closed?["recordedAt"] ?? "infinity").ToString());
        }
    }

    private Task<IReadOnlyList<JsonObject>> Sql(
        string subject, string asOf, string knownAt, SqlReader? by = null, string tenant = "t1") =>
        (by ?? reader).Rows($"select * from ledger_read.{Functions[subject]}_as_of({Arguments(tenant, asOf, knownAt)})");

    /// <summary>The service's answer without what SQL does not have.</summary>
    private static async Task<IEnumerable<JsonObject>> Http(Client caller, string subject, string asOf, string knownAt)
    {
        Task<IReadOnlyList<JsonObject>> Of(string path) => Items(caller, path, asOf, knownAt);
        return subject switch
        {
            "finding" => (await Of("/api/inspections")).SelectMany(i => i["findings"]!.AsArray().Select(f =>
                With(With(With(f!.AsObject(), "inspectionId", i["inspectionId"]), "unitId", i["unitId"]), "foundOn", i["inspectedOn"]))),
            "notification" => (await Of("/api/inspections")).SelectMany(i => i["notifications"]!.AsArray().Select(n =>
                With(With(Without(n!.AsObject(), "version"), "inspectionId", i["inspectionId"]), "fromUnitId", i["inspectingUnitId"]))),
            "report" => (await Of("/api/reports")).Select(r => Without(With(r, "figures", new JsonObject(
                r["figures"]!.AsObject().Select(f => KeyValuePair.Create(f.Key, f.Value!["claimed"]?.DeepClone())))), "sameContentAs", "version")),
            "hand_over" => await HandOvers(caller, asOf, knownAt),
            _ => (await Of($"/api/{Functions[subject].Replace('_', '-')}")).Select(i => Without(
                i, ["version", .. Derived.GetValueOrDefault(subject, [])])),
        };
    }

    private static async Task<IReadOnlyList<JsonObject>> HandOvers(Client caller, string asOf, string knownAt)
    {
        var rows = new List<JsonObject>();
        foreach (var assignmentId in Acts.All.Where(a => a.Command is "AcceptHandOver").Select(a => a.Path.Split('/')[3]).Distinct())
        {
            var packet = await caller.Get($"/api/assignments/{assignmentId}/hand-over?knownAt={Uri.EscapeDataString(knownAt)}");
            if (packet.Status is 200 && packet.Json["accepted"]!.AsArray().Count > 0)
                rows.Add(new()
                {
                    ["assignmentId"] = assignmentId,
                    ["unitId"] = packet.Json["unitId"]!.DeepClone(),
                    ["accepted"] = packet.Json["accepted"]!.DeepClone(),
                });
        }

        return rows;
    }
}
