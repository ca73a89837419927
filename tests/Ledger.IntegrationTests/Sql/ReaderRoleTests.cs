using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using Ledger.Store;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.IntegrationTests.Sql;

/// <summary>Who is a member of <c>ledger_reader</c> reads what <c>ledger_read</c> shows of the tenants that were given to
/// it, and nothing else.</summary>
public sealed class ReaderRoleTests(LedgerService service) : IAsyncLifetime, IClassFixture<LedgerService>
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    public async ValueTask InitializeAsync()
    {
        foreach (var tenant in new[] { "t1", "t2" })
            if ((await service.As("admin-li", tenant).Get("/api/areas")).Header("Ledger-Position") == "0")
                await Acts.Record(service.As("admin-li", tenant));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_reads_no_table_view_or_sequence_of_the_ledgers_own()
    {
        await using var reader = await SqlReader.Of(service, "t1");
        var relations = await service.Rows("""
            select format('%I.%I', relnamespace::regnamespace, relname) as name from pg_class
            where relnamespace = 'ledger'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
            """);

        relations.Count.ShouldBeGreaterThan(25);
        foreach (var name in relations.Select(r => (string)JsonNode.Parse(r)!["name"]!))
            (await reader.Refused($"select * from {name}")).Code.ShouldBe(Denied, name);
    }

    [Fact]
    public async Task It_sees_rows_of_its_own_tenant_and_of_no_other_in_every_view()
    {
        await using var reader = await SqlReader.Of(service, "t2");

        var withRows = 0;
        foreach (var view in await Views(reader))
        {
            var tenants = await reader.Texts($"select distinct tenant_id from ledger_read.{view}");
            tenants.ShouldBeSubsetOf(["t2"], view);
            withRows += tenants.Count;
        }

        withRows.ShouldBeGreaterThan(15);
        (await reader.Refused("select * from ledger_read.responsibility_as_of('t1')"))
            .ShouldBe((Denied, $"there is no tenant \"t1\" that {reader.Role} may read"));
        (await reader.Refused("select * from ledger_read.clocks('nowhere', null, 1)"))
            .ShouldBe((Denied, $"there is no tenant \"nowhere\" that {reader.Role} may read"));
    }

    [Fact]
    public async Task A_function_of_its_own_is_shown_no_row_of_another_tenant()
    {
        await using var reader = await SqlReader.Of(service, "t2");
        await using var connection = await reader.Sql.OpenConnectionAsync(CancellationToken.None);
        var told = new HashSet<string>();
        connection.Notice += (_, e) => told.Add(e.Notice.MessageText);
        await Run(connection, """
            create function pg_temp.tell(tenant text) returns boolean language plpgsql cost 0.0000001 as
            $$ begin raise notice '%', tenant; return true; end $$
            """);

        foreach (var view in await Views(reader))
            await Run(connection, $"select * from ledger_read.{view} where pg_temp.tell(tenant_id)");

        await Run(connection, "drop function pg_temp.tell(text)");
        told.ShouldBe(["t2"]);
    }

    [Fact]
    public async Task Without_a_tenant_it_sees_nothing_and_a_tenant_can_be_given_to_a_group()
    {
        await using var reader = await SqlReader.Of(service);
        var group = $"{reader.Role}_group";
        foreach (var view in await Views(reader))
            (await reader.Rows($"select * from ledger_read.{view}")).ShouldBeEmpty(view);

        await service.Maintain($"create role {group} nologin");
        await service.Run($"insert into ledger.tenant_access (tenant_id, role_name) values ('t1', '{group}')");
        (await reader.Rows("select * from ledger_read.tenant")).ShouldBeEmpty();
        await service.Maintain($"grant {group} to {reader.Role}");

        (await reader.Texts("select tenant_id from ledger_read.tenant")).ShouldBe(["t1"]);
        (await reader.Rows("select * from ledger_read.responsibility_as_of('t1')")).ShouldNotBeEmpty();
        await service.Maintain($"drop role {group}");
        (await reader.Rows("select * from ledger_read.tenant")).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_changes_nothing_and_makes_nothing()
    {
        await using var reader = await SqlReader.Of(service, "t1");

        foreach (var statement in new[]
        {
            "insert into ledger_read.area (tenant_id, area_id, name_zh, name_en, known_from, recorded_from) values ('t1', 'x', 'x', 'x', 1, now())",
            "update ledger_read.area set name_en = 'x'", "delete from ledger_read.area", "update ledger_read.tenant set zone = 'UTC'",
            "create view ledger_read.mine as select 1", "create table ledger.mine ()",
            $"set role \"{new NpgsqlConnectionStringBuilder(service.ConnectionString).Username}\"",
            $"insert into ledger.tenant_access values ('t2', '{reader.Role}')",
        })
            (await reader.Refused(statement)).Code.ShouldBe(Denied, statement);
    }

    [Fact]
    public async Task No_name_of_a_person_is_in_any_view()
    {
        await using var reader = await SqlReader.Of(service, "t1", "t2");
        var names = await service.Rows("select display_name from ledger.directory");
        names.ShouldNotBeEmpty();

        foreach (var view in await Views(reader))
            foreach (var row in await reader.Texts($"select v::text from ledger_read.{view} v"))
                foreach (var name in names)
                    row.ShouldNotContain((string)JsonNode.Parse(name)!["display_name"]!, customMessage: view);
    }

    [Fact]
    public async Task Who_may_not_make_roles_migrates_all_the_same_and_is_told_what_is_left_to_do()
    {
        var (owner, role) = ($"owner_{Guid.CreateVersion7():N}", $"readers_{Guid.CreateVersion7():N}");
        await service.Maintain($"create role {owner} login password '{owner}' nocreaterole");
        await service.Maintain($"create database {owner} owner {owner}");
        try
        {
            var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
            builder.Services.AddLedger(new NpgsqlConnectionStringBuilder(service.ConnectionString)
            {
                Database = owner,
                Username = owner,
                Password = owner,
                Pooling = false,
            }.ConnectionString);
            using var host = builder.Build();
            (await host.Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None)).ShouldNotBeEmpty();
            var readers = host.Services.GetRequiredService<ReaderRole>();

            (await readers.Grant(CancellationToken.None, role)).ShouldNotBeNull().ShouldContain($"create role {role} nologin");
            await service.Maintain($"create role {role} nologin");
            (await readers.Grant(CancellationToken.None, role)).ShouldBeNull();
            (await readers.Grant(CancellationToken.None, role)).ShouldBeNull();
        }
        finally
        {
            await service.Maintain($"drop database {owner} with (force)");
            await service.Maintain($"drop role if exists {owner}, {role}");
        }
    }

    private static async Task<IReadOnlyList<string>> Views(SqlReader reader)
    {
        var views = await reader.Texts("select relname from pg_class where relnamespace = 'ledger_read'::regnamespace and relkind = 'v'");
        views.Count.ShouldBeGreaterThan(15);
        return views;
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
