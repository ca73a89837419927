using System.Text.Json;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;
using Npgsql;

namespace Ledger.Store;

/// <summary>Between an event and what the log holds of it: its stored name and its JSON.</summary>
public sealed class EventCodec(EventCatalogue catalogue)
{
    public ILedgerEvent Read(string alias, string json) =>
        (ILedgerEvent)JsonSerializer.Deserialize(json, catalogue.TypeOf(alias), LedgerJson.Options)!;

    /// <summary>An event from the columns seq_id, version, timestamp, type, data, of which the first is
    /// <paramref name="column"/>.</summary>
    public Recorded Read(NpgsqlDataReader reader, int column) => new(
        reader.GetInt64(column), reader.GetInt64(column + 1), reader.GetFieldValue<Instant>(column + 2),
        Read(reader.GetString(column + 3), reader.GetString(column + 4)));

    public static string Write(ILedgerEvent data) => JsonSerializer.Serialize(data, data.GetType(), LedgerJson.Options);

    public string AliasOf(ILedgerEvent data) => catalogue.AliasOf(data);
}
