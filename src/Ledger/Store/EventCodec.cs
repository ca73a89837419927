using System.Text.Json;
using Ledger.Log;
using Ledger.Shapes;

namespace Ledger.Store;

/// <summary>Between an event and what the log holds of it: its stored name and its JSON.</summary>
public sealed class EventCodec(EventCatalogue catalogue)
{
    public ILedgerEvent Read(string alias, string json) =>
        (ILedgerEvent)JsonSerializer.Deserialize(json, catalogue.TypeOf(alias), LedgerJson.Options)!;

    public static string Write(ILedgerEvent data) => JsonSerializer.Serialize(data, data.GetType(), LedgerJson.Options);

    public string AliasOf(ILedgerEvent data) => catalogue.AliasOf(data);
}
