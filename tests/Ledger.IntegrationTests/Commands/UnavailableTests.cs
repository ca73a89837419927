using Ledger.Areas;
using Ledger.Commands;
using Ledger.IntegrationTests.Hosting;
using Npgsql;

namespace Ledger.IntegrationTests.Commands;

/// <summary>When the ledger can take nothing now (503, 429): it says so, when to come again, and what was recorded.</summary>
public sealed class UnavailableTests(LedgerService service) : IClassFixture<LedgerService>
{
    private const string Body = """{"nameZh":"甲","nameEn":"A"}""";

    [Fact]
    public async Task Every_command_and_the_import_are_503_while_another_holds_the_tenants_head()
    {
        await using var held = await HoldHead("t1");
        var li = service.As("li");

        var answers = await Task.WhenAll(Routes.All.Where(r => r.Method != HttpMethod.Get).Select(r => r.By(li)));

        foreach (var answer in answers)
        {
            answer.Is(503, "tenant-busy").Header("Retry-After").ShouldNotBeNull();
            ((bool)answer.Json["facts"]!["outcomeUnknown"]!).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Another_tenant_and_every_read_go_on_meanwhile()
    {
        await using var held = await HoldHead("t1");

        (await service.As("li", "t2").Post("/api/areas", Body)).Is(201);
        foreach (var route in LedgerReads.Routes)
            (await service.As("li").Get(Routes.PathOf(route))).Status.ShouldBeOneOf(200, 404);
    }

    [Fact]
    public async Task A_tenant_of_whom_too_many_wait_is_429()
    {
        await using var own = new LedgerService(service.Template);
        await own.InitializeAsync();
        await using var held = await HoldHead("t1", own);
        using var hangUp = new CancellationTokenSource();
        var door = own.Service<CommandDoor>();
        var submission = new Submission(new DefineArea("甲", "A"), "li", "li", "api");
        var crowd = new List<Task<Outcome>>();
        var full = Should.Throw<TooManyWaitingException>(() =>
        {
            while (crowd.Count < 100_000)
                crowd.Add(door.Execute("t1", submission, hangUp.Token));
        });

        var answer = await own.As("li").Post("/api/areas", Body);

        full.ShouldNotBeNull();
        answer.Is(429, "too-many-requests").Header("Retry-After").ShouldNotBeNull();
        await hangUp.CancelAsync();
        await held.DisposeAsync();
        foreach (var one in crowd)
            await Record.ExceptionAsync(() => one);
        var taken = crowd.Count(c => c.IsCompletedSuccessfully);
        taken.ShouldBeLessThan(crowd.Count); // Who hung up while waiting has recorded nothing.
        (await own.Rows("select position from ledger.head where tenant_id = 't1'")).ShouldBe([$$"""{"position":{{taken}}}"""]);
    }

    [Fact]
    public async Task A_head_ahead_of_the_clock_stops_commands_and_shows_in_ready()
    {
        await using var own = new LedgerService(service.Template);
        await own.InitializeAsync();
        var li = own.As("li");
        (await li.Post("/api/areas", Body)).Is(201);
        await own.Run("update ledger.head set recorded_at = clock_timestamp() + interval '1 hour' where tenant_id = 't1'");

        foreach (var route in Routes.All.Where(r => r.Method == HttpMethod.Post))
            (await route.By(li)).Is(503, "clock-behind-ledger").Header("Retry-After").ShouldNotBeNull();

        var ready = (await own.With(token: null).Get("/health/ready")).Is(503);
        ((string)ready.Json["status"]!).ShouldBe("not-ready");
        ((string)ready.Json["problems"]![0]!["part"]!).ShouldBe("clock");
        (await own.As("li", "t2").Post("/api/areas", Body)).Is(201);
        (await li.Get("/api/areas")).Is(200);
        (await own.With(token: null).Get("/health/live")).Is(200);
    }

    [Fact]
    public async Task A_head_a_little_ahead_of_the_clock_is_taken_and_the_next_act_is_not_earlier()
    {
        await using var own = new LedgerService(service.Template);
        await own.InitializeAsync();
        await own.Run("update ledger.head set recorded_at = clock_timestamp() + interval '4 s' where tenant_id = 't1'");
        var ahead = await own.Rows("select recorded_at from ledger.head where tenant_id = 't1'");

        (await own.As("li").Post("/api/areas", Body)).Is(201);

        (await own.Rows("select recorded_at from ledger.head where tenant_id = 't1'")).ShouldBe(ahead);
    }

    [Fact]
    public async Task A_schema_that_is_not_this_releases_shows_in_ready()
    {
        await using var own = new LedgerService(service.Template);
        await own.InitializeAsync();
        await own.Run("insert into ledger.migration (name, sha256) values ('9999_later', 'x')");

        var ready = (await own.With(token: null).Get("/health/ready")).Is(503);

        ((string)ready.Json["problems"]![0]!["part"]!).ShouldBe("schema");
    }

    [Fact]
    public async Task A_lost_database_is_503_and_the_service_goes_on_once_it_is_back()
    {
        await using var own = new LedgerService(service.Template);
        await own.InitializeAsync();
        var (li, database) = (own.As("li"), new NpgsqlConnectionStringBuilder(own.ConnectionString).Database);
        (await li.Post("/api/areas", Body)).Is(201);
        await own.Maintain($"alter database {database} allow_connections false");
        await own.Maintain($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}'");

        var write = (await li.Post("/api/areas", Body)).Is(503, "store-unavailable");
        write.Header("Retry-After").ShouldNotBeNull();
        ((bool)write.Json["facts"]!["outcomeUnknown"]!).ShouldBeFalse();
        (await li.Get("/api/areas")).Is(503, "store-unavailable").Header("Retry-After").ShouldNotBeNull();
        (await li.Import("", "{}")).Status.ShouldBeOneOf(503, 422);
        ((string)(await own.With(token: null).Get("/health/ready")).Is(503).Json["problems"]![0]!["part"]!).ShouldBe("database");

        await own.Maintain($"alter database {database} allow_connections true");
        (await li.Post("/api/areas", Body)).Is(201);
        (await li.Get("/api/areas")).Is(200).Header("Ledger-Position").ShouldBe("2");
        (await own.With(token: null).Get("/health/ready")).Is(200);
    }

    [Fact]
    public async Task A_connection_lost_while_committing_leaves_the_outcome_unknown_until_the_key_is_sent_again()
    {
        await using var own = new LedgerService(service.Template);
        await own.InitializeAsync();
        var (li, key) = (own.As("li"), ("Idempotency-Key", "k"));
        await using var blocked = await own.Hold("lock table ledger.command_log in share mode");

        var sent = li.Post("/api/areas", Body, key);
        const string committing = "from pg_stat_activity where application_name = 'ledger-writer' and wait_event_type = 'Lock'"
            + " and datname = current_database()";
        while ((await own.Rows($"select pid {committing}")).Count == 0)
            await Task.Yield();
        await own.Rows($"select pg_terminate_backend(pid) {committing}");

        var lost = (await sent).Is(503, "store-unavailable");
        ((bool)lost.Json["facts"]!["outcomeUnknown"]!).ShouldBeTrue();
        await blocked.CloseAsync();
        ((long)(await li.Post("/api/areas", Body, key)).Is(201).Json["position"]!).ShouldBe(1);
        (await li.Get("/api/areas")).Json["items"]!.AsArray().Count.ShouldBe(1);
    }

    private Task<NpgsqlConnection> HoldHead(string tenant, LedgerService? of = null) =>
        (of ?? service).Hold($"select from ledger.head where tenant_id = '{tenant}' for update");
}
