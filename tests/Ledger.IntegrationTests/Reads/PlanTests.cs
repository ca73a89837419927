using System.Diagnostics;
using System.Text.Json;
using Ledger.Diff;
using Ledger.HandOvers;
using Ledger.IntegrationTests.Import;
using Ledger.Matrix;
using Ledger.Obligations;
using Ledger.Reads;
using Ledger.Store;
using Ledger.Timeline;
using Ledger.Units;
using Ledger.UnitState;
using Ledger.Vacancies;
using NodaTime;
using Npgsql;

namespace Ledger.IntegrationTests.Reads;

/// <summary>A question of one unit reads that unit's rows and no table from end to end, whichever plan PostgreSQL makes:
/// with the sample year's rows many times over, each time under other ids.</summary>
public sealed class PlanTests(SampleYear service) : IAsyncLifetime, IClassFixture<SampleYear>
{
    private const int Copies = 60;

    /// <summary>A table of a few rows is read whole however it is asked.</summary>
    private const int RowsAtLeast = 6_000;

    /// <summary>A dozen rows however large the body is, and what the sample year has none of.</summary>
    private static readonly string[] Small =
        ["area", "head", "plan", "openness_record", "incident", "training", "training_person", "civic_activity", "honour", "hand_over"];

    private static readonly Dictionary<string, (ReadRoute Route, Dictionary<string, string> Values)> Asked = new()
    {
        ["cell"] = (GetCell.Route, new() { ["unitId"] = "planning", ["areaId"] = "training", ["level"] = "First" }),
        ["timeline"] = (GetTimeline.Route, new() { ["unitId"] = "planning" }),
        ["unit"] = (GetUnits.One, new() { ["unitId"] = "planning" }),
        ["state"] = (GetUnitState.Route, new() { ["unitId"] = "planning" }),
        ["diff"] = (GetDiff.Route, new() { ["unit"] = "planning", ["againstKnownAt"] = "#200" }),
        ["sheet"] = (GetChecks.OfUnit, new() { ["unitId"] = "planning" }),
        ["handOver"] = (GetHandOver.Route, new() { ["assignmentId"] = "asg-planning-web-accounts-direct-1" }),
        ["vacancies"] = (GetVacancies.Route, new() { ["unit"] = "planning", ["from"] = "2025-01-01" }),
    };

    /// <summary>Those of the table above, and every list that can be asked of a unit.</summary>
    public static TheoryData<string> Questions =>
        [.. Asked.Keys, .. LedgerReads.Routes.Where(r => r.Parameters.Contains(QueryParameter.Unit)).Select(r => r.Name)];

    public async ValueTask InitializeAsync()
    {
        if ((await service.Rows("select 1 from ledger.unit where unit_id = 'planning-1' limit 1")).Count > 0)
            return;
        foreach (var table in LedgerCatalogue.Views.Views.Select(v => v.Table.Name).Except(Small).Append("mt_events").Distinct())
            await Multiply(table);
        await service.Run("analyze");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory, MemberData(nameof(Questions))]
    public async Task A_units_question_reads_no_table_whole(string question)
    {
        var (route, values) = Asked.TryGetValue(question, out var asked) ? asked
            : (LedgerReads.Routes.Single(r => r.Name == question), new() { ["unit"] = "planning", ["ruleCode"] = "C3" });

        var statements = await Statements(route, values);

        statements.ShouldNotBeEmpty();
        foreach (var statement in statements)
        {
            ReadWhole(await Explained(statement)).Except(Small).ShouldBeEmpty(statement.CommandText);
            ReadWhole(await ExplainedForAnyValues(statement)).Except(Small).ShouldBeEmpty(statement.CommandText);
        }
    }

    [Fact]
    public async Task A_whole_table_read_would_be_seen() =>
        ReadWhole(await Explained(new("select * from ledger.responsibility where assignment_id <> 'x'"))).ShouldBe(["responsibility"]);

    /// <summary>Every row once more for each copy, with ids, positions and contents that no other has.</summary>
    private async Task Multiply(string table)
    {
        var columns = await service.Rows($"""
            select column_name as name, data_type as type from information_schema.columns
            where table_schema = 'ledger' and table_name = '{table}' and column_name not in ('tenant_id', 'area_id')
                and (column_name like '%\_id' or column_name in ('id', 'position', 'content_sha256'))
            """);
        var changes = columns.Select(c => JsonDocument.Parse(c).RootElement)
            .Select(c => (Name: c.GetProperty("name").GetString()!, Type: c.GetProperty("type").GetString()))
            .Select(c => $"'{c.Name}', " + c.Type switch
            {
                "bigint" => $"r.{c.Name} + n * 100000",
                "uuid" => "gen_random_uuid()",
                _ => $"r.{c.Name} || '-' || n",
            });
        await service.Run($"""
            insert into ledger.{table} select (jsonb_populate_record(r, jsonb_build_object({string.Join(", ", changes)}))).*
            from ledger.{table} r, generate_series(1, greatest({Copies},
                {RowsAtLeast} / (select greatest(count(*), 1) from ledger.{table} where tenant_id = 't1'))) n
            where r.tenant_id = 't1'
            """);
    }

    private async Task<List<NpgsqlCommand>> Statements(ReadRoute route, Dictionary<string, string> values)
    {
        var seen = new List<NpgsqlCommand>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        await using var database = new LedgerDatabase(service.ConnectionString, command => seen.Add(Copy(command)));
        var question = new Question("t1", DateTimeZoneProviders.Tzdb["Asia/Shanghai"], new(2025, 11, 1), 672, null,
            Question.LimitDefault, null, values);
        var reading = await route.Read(
            new(database, service.Service<EventCodec>(), service.Service<ClockReader>(), question), CancellationToken.None);
        reading.Refusal.ShouldBeNull();
        return seen;
    }

    private static NpgsqlCommand Copy(NpgsqlCommand command)
    {
        var copy = new NpgsqlCommand(command.CommandText);
        foreach (NpgsqlParameter parameter in command.Parameters)
            copy.Parameters.Add(parameter.Clone());
        return copy;
    }

    private async Task<JsonElement> Explained(NpgsqlCommand statement)
    {
        await using var connection = await service.Sql.OpenConnectionAsync();
        await using var explain = Copy(statement);
        (explain.Connection, explain.CommandText) = (connection, $"explain (format json) {statement.CommandText}");
        return JsonDocument.Parse((string)(await explain.ExecuteScalarAsync())!).RootElement[0].GetProperty("Plan");
    }

    /// <summary>The plan that PostgreSQL keeps for a prepared statement, which looks at no value.</summary>
    private async Task<JsonElement> ExplainedForAnyValues(NpgsqlCommand statement)
    {
        var types = statement.Parameters.Select(p => p.Value switch
        {
            string[] => "text[]",
            long => "bigint",
            int => "int",
            LocalDate => "date",
            _ => "text",
        });
        await using var connection = await service.Sql.OpenConnectionAsync();
        await using var prepare = new NpgsqlCommand(
            $"set plan_cache_mode = force_generic_plan; prepare asked({string.Join(", ", types)}) as {statement.CommandText}", connection);
        await prepare.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand(
            $"explain (format json) execute asked({string.Join(", ", statement.Parameters.Select(_ => "null"))})", connection);
        var plan = JsonDocument.Parse((string)(await explain.ExecuteScalarAsync())!).RootElement[0].GetProperty("Plan");
        await using var reset = new NpgsqlCommand("reset plan_cache_mode; deallocate asked", connection);
        await reset.ExecuteNonQueryAsync();
        return plan;
    }

    private static List<string> ReadWhole(JsonElement plan)
    {
        var found = new List<string>();
        if (plan.GetProperty("Node Type").GetString() is "Seq Scan" or "Parallel Seq Scan")
            found.Add(plan.GetProperty("Relation Name").GetString()!);
        if (plan.TryGetProperty("Plans", out var below))
            found.AddRange(below.EnumerateArray().SelectMany(ReadWhole));
        return found;
    }
}
