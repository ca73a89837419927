using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Import;

namespace Ledger.IntegrationTests.Export;

/// <summary>An export, imported into an empty tenant, makes the same ledger again.</summary>
public sealed class ExportTests(SampleYear service) : IClassFixture<SampleYear>
{
    private const string Area = """{"areaId":"training","nameZh":"队伍培训","nameEn":"Training"}""";

    /// <summary>What an import makes anew: the ids of events, and how and when the ledger came by them.</summary>
    private static readonly string[] OfThisLedger = ["eventIds", "recordedBy", "imported"];

    private readonly Client inspector = service.As("inspector");

    [Fact]
    public async Task The_years_export_imported_into_an_empty_tenant_gives_the_same_rows_export_and_answers()
    {
        var exported = (await inspector.Get("/api/export")).Is(200);
        exported.Header("Content-Type").ShouldBe("application/x-ndjson; charset=utf-8");
        exported.Header("Ledger-Position").ShouldBe("672");

        var copy = await Copy(exported, taken: 672);

        await TheSame("t1", copy);
        Acts((await service.As("inspector", copy).Get("/api/export")).Is(200)).ShouldBe(Acts(exported));
        var (first, second) = (new SampleQuestions(inspector), new SampleQuestions(service.As("inspector", copy)));
        foreach (var question in SampleYear.Expected["questions"]!.AsArray()
            .Where(q => SampleQuestions.Kinds.Contains((string)q!["kind"]!)))
        {
            var (kind, parameters) = ((string)question!["kind"]!, question["params"]!.AsObject());
            (await second.Ask(kind, parameters))?.ToJsonString().ShouldBe((await first.Ask(kind, parameters))?.ToJsonString());
        }
    }

    [Fact]
    public async Task Every_command_sent_live_survives_with_made_ids_instants_and_what_followed()
    {
        var tenant = await service.NewTenant();
        var caller = service.As("oidc|admin 李", tenant);
        await Hosting.Acts.Record(caller);
        (await caller.Post("/api/areas", """{"nameZh":"档案","nameEn":"Archives"}""")).Is(201);
        (await caller.Post("/api/assignments/asg-2/correct", """{"changes":{"endsOn":null},"reason":"未离任"}""")).Is(200);
        (await caller.Post("/api/people/chen/correct", """{"changes":{"leftOn":null},"reason":"未调离"}""")).Is(200);
        (await caller.Post("/api/leading-groups",
            """{"unitId":"housing","purpose":"study","effectiveFrom":"2025-01-01","members":[{"personId":"zhao","role":"head"}]}""")).Is(201);
        (await caller.Post("/api/units/housing/dissolve", """{"dissolvedOn":"2026-06-01","reason":"机构改革"}""")).Is(200);
        var exported = (await caller.Get("/api/export")).Is(200);

        var copy = await Copy(exported, taken: Hosting.Acts.All.Count + 5);

        await TheSame(tenant, copy);
        Acts((await service.As("li", copy).Get("/api/export")).Is(200)).ShouldBe(Acts(exported));
        var last = Lines(exported)[^1];
        last["positions"]!.AsArray().Count.ShouldBe(2);
        ((long)last["positions"]![1]! - (long)last["positions"]![0]!).ShouldBe(1);
        last["eventIds"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Names_of_persons_are_given_only_when_asked_for()
    {
        var tenant = await service.NewTenant();
        await Hosting.Acts.RecordBefore(service.As("li", tenant), "EstablishLeadingGroup");

        var without = (await service.As("li", tenant).Get("/api/export")).Is(200);
        var with = (await service.As("li", tenant).Get("/api/export?names=true")).Is(200);

        without.Text.ShouldNotContain("李示例");
        Lines(with).Single(l => (string?)l["data"]!["personId"] == "li")["data"]!["displayName"]!.ToString().ShouldBe("李示例");
        var copy = service.As("li", await Copy(with, Lines(with).Count));
        (await copy.Get("/api/people/li?names=true")).Has("displayName", "\"李示例\"");
        var result = (await copy.Import("", without.Bytes)).Is(200).Json;
        ((int)result["known"]!).ShouldBe(Lines(without).Count);
    }

    [Fact]
    public async Task An_export_is_continued_where_the_one_before_ended()
    {
        var whole = (await inspector.Get("/api/export")).Is(200);

        var first = (await inspector.Get("/api/export?knownAt=%23200")).Is(200);
        var next = long.Parse(first.Header("Ledger-Position")!, null) + 1;
        var second = (await inspector.Get($"/api/export?from=%23{next}")).Is(200);

        (first.Text + second.Text).ShouldBe(whole.Text);
        (await inspector.Get("/api/export?from=%23673")).Is(200).Bytes.ShouldBeEmpty();
        (await inspector.Get("/api/export?from=%23674")).Is(422, "position-not-reached").Has("facts", """{"asked":674,"last":672}""");
        (await inspector.Get("/api/export?from=673")).Is(400, "query-malformed").Has("facts.rule", "\"position\"");
    }

    [Fact]
    public async Task A_grown_export_records_only_what_is_new()
    {
        var tenant = await service.NewTenant();
        var copy = service.As("importer", await service.NewTenant());
        (await service.As("li", tenant).Post("/api/areas", Area)).Is(201);
        (await copy.Import("", (await service.As("li", tenant).Get("/api/export")).Bytes)).Is(200);
        (await service.As("li", tenant).Post("/api/areas", Area.Replace("training", "other", StringComparison.Ordinal))).Is(201);

        var result = (await copy.Import("", (await service.As("li", tenant).Get("/api/export")).Bytes)).Is(200).Json;

        ((int)result["taken"]!, (int)result["known"]!).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_tenant_without_acts_exports_nothing_and_one_finds_no_others_acts()
    {
        var tenant = await service.NewTenant();

        (await service.As("li", tenant).Get("/api/export")).Is(200).Bytes.ShouldBeEmpty();
        (await service.As("li", "nowhere").Get("/api/export")).Is(403, "unknown-tenant");
    }

    [Fact]
    public async Task The_command_line_writes_the_same_lines_to_a_file_and_to_standard_output()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.jsonl");
        try
        {
            var (code, output, errors) = await Run("export", file, "--tenant", "t1", "--from", "#100");
            code.ShouldBe(0, errors);
            output.ShouldBeEmpty();
            (await File.ReadAllTextAsync(file, CancellationToken.None)).ShouldBe((await inspector.Get("/api/export?from=%23100")).Text);
            File.Exists(file + ".part").ShouldBeFalse();

            (code, output, errors) = await Run("export", "--tenant", "t1", "--known-at", "#7");
            code.ShouldBe(0, errors);
            output.ShouldBe((await inspector.Get("/api/export?knownAt=%237")).Text);

            (code, _, errors) = await Run("export", "--tenant", "t1", "--from", "#674");
            code.ShouldBe(1);
            errors.ShouldContain("position-not-reached");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Imports an export into an empty tenant of the same zone.</summary>
    private async Task<string> Copy(Answer exported, int taken)
    {
        var copy = await service.NewTenant();
        var result = (await service.As("importer", copy).Import("", exported.Bytes)).Is(200).Json;
        ((int)result["taken"]!, (int)result["known"]!, result["refused"]!.AsArray().Count).ShouldBe((taken, 0, 0));
        return copy;
    }

    /// <summary>The log, and every table that the log is the source of.</summary>
    private async Task TheSame(string tenant, string copy)
    {
        var tables = (await service.Rows("""
            select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'ledger' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
                and c.table_name not like 'mt\_%' and c.table_name not in ('head', 'command_log', 'directory', 'follower', 'dated_ahead', 'became_effective', 'import_chunk')
            order by 1
            """)).Select(r => (string)JsonNode.Parse(r)!["name"]!).ToList();
        tables.Count.ShouldBeGreaterThan(12);
        foreach (var select in tables.Select(t => $"select to_jsonb(t) - 'tenant_id' as row from ledger.{t} t where tenant_id = '{{0}}'")
            .Append("select seq_id, stream_id, version, type, data, timestamp, user_name from ledger.mt_events where tenant_id = '{0}'")
            .Append("select first_position, last_position, recorded_at, command, actor, created from ledger.command_log where tenant_id = '{0}'"))
        {
            var rows = await service.Rows($"{string.Format(null, select, tenant)} order by 1");
            (await service.Rows($"{string.Format(null, select, copy)} order by 1")).ShouldBe(rows, select);
        }
    }

    private static List<JsonNode> Lines(Answer exported) =>
        [.. exported.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];

    /// <summary>The lines without what an import makes anew.</summary>
    private static List<string> Acts(Answer exported)
    {
        var lines = Lines(exported);
        foreach (var line in lines)
            foreach (var member in OfThisLedger)
                line.AsObject().Remove(member);
        return lines.ConvertAll(l => l.ToJsonString());
    }

    private async Task<(int Code, string Output, string Errors)> Run(params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ledger.Host.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                Environment = { ["ConnectionStrings__Ledger"] = service.ConnectionString, ["DOTNET_ENVIRONMENT"] = "Development" },
            },
        };
        process.Start();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
