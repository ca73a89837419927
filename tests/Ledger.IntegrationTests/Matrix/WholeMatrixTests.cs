using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Import;
using Ledger.Matrix;
using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Store;
using NodaTime;
using Npgsql;

namespace Ledger.IntegrationTests.Matrix;

/// <summary>The whole tenant's matrix at its last position is read another way than one at an earlier position.</summary>
public sealed class WholeMatrixTests(SampleYear service) : IClassFixture<SampleYear>
{
    [Fact]
    public async Task It_is_the_same_with_its_position_named()
    {
        var now = (await service.As("inspector").Get("/api/matrix?asOf=2025-11-01")).Is(200).Json;
        var named = (await service.As("inspector").Get("/api/matrix?asOf=2025-11-01&knownAt=%23672")).Is(200).Json;

        now["cells"]!.AsArray().Count.ShouldBeGreaterThan(20);
        now.ToJsonString().ShouldBe(named.ToJsonString());
    }

    [Fact]
    public async Task It_is_in_order_of_unit_area_and_level()
    {
        var cells = (await service.As("inspector").Get("/api/matrix?asOf=2025-11-01")).Is(200).Json["cells"]!.AsArray()
            .Select(c => ((string)c!["unitId"]!, (string)c["areaId"]!, Array.IndexOf(["First", "Leading", "Direct"], (string)c["level"]!))).ToList();

        cells.ShouldBe(cells.OrderBy(c => c.Item1, StringComparer.Ordinal).ThenBy(c => c.Item2, StringComparer.Ordinal).ThenBy(c => c.Item3));
    }

    /// <summary>The clocks of a question are read before its rows: what is recorded between them must not show.</summary>
    [Fact]
    public async Task An_act_recorded_while_it_is_asked_does_not_show()
    {
        var leftBehind = new Question("t1", DateTimeZoneProviders.Tzdb["Asia/Shanghai"], new(2025, 6, 1), 300, null,
            Question.LimitDefault, null, new Dictionary<string, string>());

        var reading = await GetMatrix.Route.Read(new(service.Service<LedgerDatabase>(), service.Service<EventCodec>(),
            service.Service<ClockReader>(), leftBehind), CancellationToken.None);

        var named = (await service.As("inspector").Get("/api/matrix?asOf=2025-06-01&knownAt=%23300")).Is(200).Json["cells"]!;
        var found = JsonSerializer.SerializeToNode((MatrixContent)reading.Content!, LedgerJson.Options)!["cells"]!;
        JsonNode.DeepEquals(found, named).ShouldBeTrue();
        named.AsArray().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("2025-01-31", "infinity", 19, 30, true)]
    [InlineData("2024-01-01", "2025-01-02", 10, 11, true)]
    [InlineData("2025-01-10", "2025-01-11", 1, 11, true)]
    [InlineData("2025-02-01", "infinity", 10, 20, false)]
    [InlineData("2025-01-02", "2025-01-31", 20, 30, false)]
    [InlineData("2025-01-02", "2025-01-31", 1, 10, false)]
    public async Task The_table_takes_no_second_holder_of_a_day_at_a_position(string from, string to, long knownFrom, long knownTo, bool refused)
    {
        await using var connection = await service.Sql.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        async Task<int> Insert(string validFrom, string validTo, long first, long last)
        {
            await using var insert = new NpgsqlCommand($"""
                insert into ledger.responsibility select (jsonb_populate_record(r, '{"{"}"unit_id": "nowhere", "valid_from": "{validFrom}",
                    "valid_to": "{validTo}", "known_from": {first}, "known_to": {last}{"}"}')).* from ledger.responsibility r limit 1
                """, connection);
            return await insert.ExecuteNonQueryAsync();
        }

        await Insert("2025-01-01", "2025-02-01", 10, 20);

        if (refused)
            (await Should.ThrowAsync<PostgresException>(() => Insert(from, to, knownFrom, knownTo))).ConstraintName.ShouldBe("one_holder");
        else
            (await Insert(from, to, knownFrom, knownTo)).ShouldBe(1);
    }
}
