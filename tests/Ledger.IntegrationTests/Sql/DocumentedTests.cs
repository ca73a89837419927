using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Sql;

/// <summary>Everything in <c>ledger_read</c> says what it means in both languages, and docs/sql.md says the same.</summary>
public sealed class DocumentedTests(LedgerService service) : IClassFixture<LedgerService>
{
    /// <summary>What follows it in the document is made of the catalogue.</summary>
    private const string Marker = "<!-- Made from the comments in the database: change them by a migration. -->\n";

    private const string ViewsSql = """
        select c.relname, obj_description(c.oid), a.attname, format_type(a.atttypid, a.atttypmod), col_description(c.oid, a.attnum)
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'ledger_read'::regnamespace and c.relkind in ('v', 'm', 'r')
        order by c.relname like '%\_history', c.relname, a.attnum
        """;

    private const string FunctionsSql = """
        select p.proname, obj_description(p.oid, 'pg_proc'), pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), ''
        from pg_proc p where p.pronamespace = 'ledger_read'::regnamespace order by p.proname, 3
        """;

    [Fact]
    public async Task Every_view_column_and_function_has_a_comment_in_both_languages()
    {
        var views = await Query(ViewsSql);
        var functions = await Query(FunctionsSql);

        views.Count.ShouldBeGreaterThan(150);
        functions.Count.ShouldBeGreaterThan(18);
        views.SelectMany(v => new[] { (Name: v[0], Text: v[1]), (Name: $"{v[0]}.{v[2]}", Text: v[4]) })
            .Concat(functions.Select(f => (Name: f[0], Text: f[1]))).Distinct()
            .Where(d => d.Text.Split(" | ") is not [{ Length: > 0 } zh, { Length: > 0 } en] || zh.All(char.IsAscii) || !en.All(char.IsAscii))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_document_says_what_the_database_says()
    {
        var (document, received) = (Path.Combine(Repository(), "docs", "sql.md"), Path.Combine(Repository(), "docs", "sql.received.md"));
        var text = await File.ReadAllTextAsync(document, CancellationToken.None);
        var expected = text[..(text.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)] + await Catalogue();

        File.Delete(received);
        if (text != expected)
            await File.WriteAllTextAsync(received, expected, CancellationToken.None);
        (text == expected).ShouldBeTrue($"What is in the database changed. Move {received} to {Path.GetFileName(document)}.");
    }

    private async Task<string> Catalogue()
    {
        var lines = new List<string>();
        foreach (var view in (await Query(ViewsSql)).GroupBy(v => v[0]))
        {
            var comment = view.First()[1];
            lines.AddRange(["", $"### `{view.Key}`", "", $"{Zh(comment)}。", $"{En(comment)}.", "",
                "| column | type | 含义 | meaning |", "|---|---|---|---|"]);
            lines.AddRange(view.Select(c => $"| `{c[2]}` | {c[3]} | {Zh(c[4])} | {En(c[4])} |"));
        }

        lines.AddRange(["", "## 函数 · Functions", "", "| function | gives | 含义 | meaning |", "|---|---|---|---|"]);
        lines.AddRange((await Query(FunctionsSql)).Select(f => $"| `{f[0]}({f[2]})` | {f[3]} | {Zh(f[1])} | {En(f[1])} |"));
        return string.Concat(lines.Select(l => l + "\n"));
    }

    private static string Zh(string comment) => comment.Split(" | ")[0];

    private static string En(string comment) => comment.Split(" | ")[1];

    private async Task<IReadOnlyList<string[]>> Query(string sql)
    {
        await using var command = service.Sql.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, 5).Select(i => reader.IsDBNull(i) ? "" : reader.GetString(i))]);
        return rows;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Ledger.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("There is no Ledger.sln above the tests.");
        return folder.FullName;
    }
}
