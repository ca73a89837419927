using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Commands;

public sealed class IdempotencyTests(LedgerService service) : IClassFixture<LedgerService>
{
    [Fact]
    public async Task The_same_key_with_the_same_command_repeats_the_answer_to_the_byte_and_records_nothing()
    {
        var li = service.As("admin-li");
        foreach (var (number, act) in Acts.All.Index())
        {
            var key = ("Idempotency-Key", $"{act.Command}/{number}");
            var first = (await li.Post(act.Path, act.Body, key)).Is(act.Status);

            var again = (await li.Post(act.Path, Respaced(act.Json), key)).Is(act.Status);

            again.Text.ShouldBe(first.Text);
            foreach (var header in new[] { "ETag", "Ledger-Position", "Content-Type" })
                again.Header(header).ShouldBe(first.Header(header));
            (await Head(li)).ShouldBe((long)first.Json["position"]!);
        }
    }

    [Fact]
    public async Task A_receipt_is_repeated_after_any_number_of_later_acts()
    {
        var (li, key) = (service.As("li", "t2"), ("Idempotency-Key", "once"));
        var first = (await li.Post("/api/areas", """{"areaId":"a-1","nameZh":"甲","nameEn":"A"}""", key)).Is(201);
        for (var i = 2; i < 9; i++)
            (await li.Post("/api/areas", $$"""{"areaId":"a-{{i}}","nameZh":"甲","nameEn":"A"}""")).Is(201);

        (await li.Post("/api/areas", """{"areaId":"a-1","nameZh":"甲","nameEn":"A"}""", key)).Is(201).Text.ShouldBe(first.Text);
    }

    [Theory]
    [InlineData("/api/areas", """{"areaId":"b-1","nameZh":"甲","nameEn":"B"}""")]
    [InlineData("/api/areas", """{"nameZh":"甲","nameEn":"A"}""")]
    [InlineData("/api/areas", """{"areaId":"b-1","nameZh":"甲","nameEn":"A","basis":"x"}""")]
    [InlineData("/api/people/b-1/leave", """{"leftOn":"2025-01-01"}""")]
    public async Task The_same_key_with_another_command_is_422(string path, string body)
    {
        var (li, key) = (service.As("li", await service.NewTenant()), ("Idempotency-Key", "k"));
        (await li.Post("/api/areas", """{"areaId":"b-1","nameZh":"甲","nameEn":"A"}""", key)).Is(201);

        var answer = (await li.Post(path, body, key)).Is(422, "idempotency-key-reused");

        ((string)answer.Json["facts"]!["key"]!).ShouldBe("k");
        (await Head(li)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_id_in_the_path_is_422()
    {
        var (li, key) = (service.As("li", await service.NewTenant()), ("Idempotency-Key", "k"));
        await Acts.Record(li);
        const string name = """{"nameZh":"甲","nameEn":"A","effectiveFrom":"2025-01-01"}""";
        (await li.Post("/api/units/city/rename", name, key)).Is(200);

        (await li.Post("/api/units/housing/rename", name, key)).Is(422, "idempotency-key-reused");
    }

    [Fact]
    public async Task Ids_that_the_ledger_made_stay_the_same_under_the_same_key()
    {
        var (li, key) = (service.As("li", "t2"), ("Idempotency-Key", "made"));

        var first = (await li.Post("/api/areas", """{"nameZh":"甲","nameEn":"A"}""", key)).Is(201);

        (await li.Post("/api/areas", """{"nameZh":"甲","nameEn":"A"}""", key)).Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task A_key_is_its_actors_and_its_tenants_own()
    {
        var key = ("Idempotency-Key", "shared");
        const string body = """{"areaId":"shared","nameZh":"甲","nameEn":"A"}""";
        (await service.As("li", "t2").Post("/api/areas", body, key)).Is(201);

        (await service.As("wang", "t2").Post("/api/areas", body, key)).Is(409, "id-exists");
        (await service.As("li").Post("/api/areas", body, key)).Is(201);
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        var (li, key) = (service.As("li", "t2"), ("Idempotency-Key", "refused"));
        const string unit = """
            {"unitId":"late","nameZh":"甲","nameEn":"A","kind":"office","level":1,"parentId":null,"effectiveFrom":"2025-01-01",
             "requiredCells":[{"areaId":"late","level":"First"}]}
            """;
        (await li.Post("/api/units", unit, key)).Is(404, "unknown-id");
        (await li.Post("/api/units", "{", key)).Is(400, "malformed");

        (await li.Post("/api/areas", """{"areaId":"late","nameZh":"甲","nameEn":"A"}""")).Is(201);

        (await li.Post("/api/units", unit, key)).Is(201);
    }

    [Fact]
    public async Task A_key_is_looked_up_before_If_Match_so_that_an_act_that_moved_the_version_can_be_repeated()
    {
        var (li, key) = (service.As("li", await service.NewTenant()), ("Idempotency-Key", "k"));
        await Acts.Record(li);
        const string name = """{"nameZh":"甲","nameEn":"A","effectiveFrom":"2025-01-01"}""";
        var version = (long)(await li.Get("/api/units/city")).Json["version"]!;
        var first = (await li.Post("/api/units/city/rename", name, key, ("If-Match", $"\"{version}\""))).Is(200);

        var again = await li.Post("/api/units/city/rename", name, key, ("If-Match", $"\"{version}\""));

        again.Is(200).Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task The_name_of_a_person_is_no_part_of_what_is_compared()
    {
        var (li, key) = (service.As("li", await service.NewTenant()), ("Idempotency-Key", "k"));
        await Acts.Record(li);
        static string Sun(string name) => $$"""
            {"personId":"sun","unitId":"planning","post":"科员","postCategory":"staff","since":"2024-01-01"{{name}}}
            """;
        var first = (await li.Post("/api/people", Sun(""","displayName":"孙示例" """), key)).Is(201);

        (await li.Post("/api/people", Sun(""","displayName":"孙更名" """), key)).Is(201).Text.ShouldBe(first.Text);
        (await li.Post("/api/people", Sun(""), key)).Is(201).Text.ShouldBe(first.Text);

        ((string)(await li.Get("/api/people/sun?names=true")).Json["displayName"]!).ShouldBe("孙示例");
    }

    [Fact]
    public async Task A_repeated_registration_does_not_bring_an_erased_name_back()
    {
        var (li, key) = (service.As("li", await service.NewTenant()), ("Idempotency-Key", "k"));
        await Acts.Record(li);
        const string sun = """{"personId":"sun","unitId":"planning","post":"科员","postCategory":"staff","since":"2024-01-01","displayName":"孙示例"}""";
        (await li.Post("/api/people", sun, key)).Is(201);
        await service.Run("delete from ledger.directory where person_id = 'sun'");

        (await li.Post("/api/people", sun, key)).Is(201);

        (await li.Get("/api/people/sun?names=true")).Json["displayName"].ShouldBeNull();
    }

    [Fact]
    public async Task Sixteen_at_once_under_one_key_are_one_act()
    {
        var (li, key) = (service.As("li", "t2"), ("Idempotency-Key", "crowd"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(_ => li.Post("/api/areas", """{"areaId":"crowd","nameZh":"甲","nameEn":"A"}""", key)));

        answers.Select(a => a.Is(201).Text).Distinct().Count().ShouldBe(1);
    }

    private static async Task<long> Head(Client caller) =>
        long.Parse((await caller.Get("/api/areas")).Is(200).Header("Ledger-Position")!, null);

    /// <summary>The same object, its members in another order and more space between them.</summary>
    private static string Respaced(JsonObject json) => "{ " + string.Join(" ,\n ", json.Reverse()
        .Select(m => $"\"{m.Key}\" : {m.Value?.ToJsonString() ?? "null"}")) + " }";
}
