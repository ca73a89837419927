using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using Ledger.Store;
using Npgsql;

namespace Ledger.IntegrationTests.Sql;

/// <summary>A dashboard: a role of PostgreSQL of its own that is a member of <c>ledger_reader</c> and nothing else.</summary>
internal sealed class SqlReader : IAsyncDisposable
{
    private readonly LedgerService service;

    private SqlReader(LedgerService service, string role, NpgsqlDataSource sql) => (this.service, Role, Sql) = (service, role, sql);

    public string Role { get; }

    public NpgsqlDataSource Sql { get; }

    /// <summary>Makes the role and lets it read <paramref name="tenants"/>.</summary>
    public static async Task<SqlReader> Of(LedgerService service, params string[] tenants)
    {
        (await service.Service<ReaderRole>().Grant(CancellationToken.None)).ShouldBeNull();
        var name = $"reader_{Guid.CreateVersion7():N}";
        await service.Maintain($"create role {name} login password '{name}' in role {ReaderRole.Name}");
        foreach (var tenant in tenants)
            await service.Run($"insert into ledger.tenant_access (tenant_id, role_name) values ('{tenant}', '{name}')");
        var login = new NpgsqlConnectionStringBuilder(service.ConnectionString)
        {
            Username = name,
            Password = name,
            Timezone = "UTC",
        };
        return new(service, name, NpgsqlDataSource.Create(login));
    }

    /// <summary>The rows of a query, as JSON that can be compared with an answer's: members in camel case, none that is
    /// null, no tenant, instants in UTC.</summary>
    public async Task<IReadOnlyList<JsonObject>> Rows(string query) =>
        [.. (await Texts($"select row_to_json(q)::text from ({query}) q")).Select(r => (JsonObject)Tidy(JsonNode.Parse(r))!)];

    /// <summary>The first column of a query's rows, as text.</summary>
    public async Task<IReadOnlyList<string>> Texts(string query)
    {
        await using var command = Sql.CreateCommand(query);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }

    /// <summary>Runs a statement that must be refused.</summary>
    /// <returns>PostgreSQL's code and message.</returns>
    public async Task<(string Code, string Message)> Refused(string statement)
    {
        await using var command = Sql.CreateCommand(statement);
        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(), statement);
        return (refused.SqlState, refused.MessageText);
    }

    public async ValueTask DisposeAsync()
    {
        await Sql.DisposeAsync();
        await service.Maintain($"drop role {Role}");
    }

    private static JsonNode? Tidy(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(m => m.Value is not null && m.Key != "tenant_id")
            .Select(m => KeyValuePair.Create(Camel(m.Key), Tidy(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Tidy)]),
        JsonValue value when value.TryGetValue(out string? text) && text.EndsWith("+00:00", StringComparison.Ordinal) =>
            text.Replace("+00:00", "Z", StringComparison.Ordinal),
        _ => node?.DeepClone(),
    };

    private static string Camel(string name) => string.Concat(name.Split('_').Select((w, i) => i == 0 ? w : char.ToUpperInvariant(w[0]) + w[1..]));
}
