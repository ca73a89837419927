using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Import;

/// <summary>A service whose tenant t1 has imported the sample year over HTTP; t2 is empty.</summary>
public class SampleYear(TemplateDatabase template) : LedgerService(template)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "sample-year");

    public static byte[] Commands { get; } = File.ReadAllBytes(Path.Combine(Folder, "commands.jsonl"));

    public static JsonNode Expected { get; } = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Folder, "expected.json")))!;

    /// <summary>What the import answered.</summary>
    public Answer Imported { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Imported = await As("importer").Import("", Commands,
            ("Content-Disposition", "attachment; filename=\"commands.jsonl\""));
    }
}
