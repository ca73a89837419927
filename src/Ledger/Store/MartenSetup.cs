using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Ledger.Log;
using Ledger.Shapes;
using Marten;
using Weasel.Core;

namespace Ledger.Store;

/// <summary>How Marten keeps the log: a partition and a sequence per tenant, streams named by string, our JSON.</summary>
public static class MartenSetup
{
    public const string Schema = "ledger";

    public static void Configure(StoreOptions options, EventCatalogue events)
    {
        options.UseSystemTextJsonForSerialization(
            EnumStorage.AsString, Casing.CamelCase, json => LedgerJson.Configure(json));
        options.DatabaseSchemaName = Schema;
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.DisableNpgsqlLogging = true;
        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Events.UseTenantPartitionedEvents = true;
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true;
        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;
        foreach (var (alias, type) in events.Types)
            options.Events.MapEventType(type, alias);
    }
}
