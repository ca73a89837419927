using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Nodes;

/// <summary>The service twice over one database.</summary>
public sealed class TwoNodes(TemplateDatabase template) : LedgerService(template)
{
    private Func<string, string, Client> second = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        second = StartNode();
    }

    /// <summary>A caller of the second node.</summary>
    public Client AsOfSecond(string actor, string tenant) => second(actor, tenant);
}
