namespace Ledger.IntegrationTests.Hosting;

/// <summary>A service whose tenant t1 has recorded all of <see cref="Acts"/>; t2 is empty.</summary>
public sealed class SmallBody(TemplateDatabase template) : LedgerService(template)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Acts.Record(As("admin-li"));
    }
}
