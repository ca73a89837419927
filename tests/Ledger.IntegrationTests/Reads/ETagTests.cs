using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Reads;

/// <summary>The weak tag is over the content alone: it outlives acts elsewhere, and a 304 says what it reflects.</summary>
public sealed class ETagTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory, MemberData(nameof(Routes.Reads), MemberType = typeof(Routes))]
    public async Task The_tag_last_seen_is_answered_with_304_and_the_position(string name)
    {
        var path = Routes.PathOf(Routes.Read(name));
        var seen = (await li.Get(path)).Is(200);
        var tag = seen.Header("ETag")!;
        tag.ShouldStartWith("W/\"");

        foreach (var sent in new[] { tag, $"\"other\", {tag}", "*" })
        {
            var answer = (await li.Get(path, ("If-None-Match", sent))).Is(304);
            answer.Bytes.ShouldBeEmpty();
            answer.Header("ETag").ShouldBe(tag);
            answer.Header("Ledger-Position").ShouldBe(seen.Header("Ledger-Position"));
        }

        (await li.Get(path, ("If-None-Match", "W/\"other\""))).Is(200).Text.ShouldBe(seen.Text);
    }

    [Fact]
    public async Task An_act_elsewhere_moves_the_position_and_not_the_tag_and_an_act_here_moves_both()
    {
        var reader = service.As("li", await service.NewTenant());
        await Acts.Record(reader);
        var paths = new[] { "/api/matrix?unit=planning", "/api/units/planning", "/api/people?unit=planning", "/api/tasks?unit=planning",
            "/api/units/planning/timeline", "/api/dashboard?unit=planning", "/api/meetings", "/api/leading-groups/grp-1" };
        var seen = new List<Answer>();
        foreach (var path in paths)
            seen.Add((await reader.Get(path)).Is(200));

        (await reader.Post("/api/areas", """{"nameZh":"甲","nameEn":"A"}""")).Is(201);

        foreach (var (path, before) in paths.Zip(seen))
        {
            var after = (await reader.Get(path, ("If-None-Match", before.Header("ETag")!))).Is(304);
            long.Parse(after.Header("Ledger-Position")!, null).ShouldBe(long.Parse(before.Header("Ledger-Position")!, null) + 1);
        }

        (await reader.Post("/api/units/planning/rename", """{"nameZh":"新名","nameEn":"N","effectiveFrom":"2025-08-01"}""")).Is(200);
        (await reader.Get("/api/units/planning", ("If-None-Match", seen[1].Header("ETag")!))).Is(200).Header("ETag").ShouldNotBe(seen[1].Header("ETag"));
        (await reader.Get("/api/matrix?unit=planning", ("If-None-Match", seen[0].Header("ETag")!))).Is(304);
    }

    [Fact]
    public async Task Another_date_is_another_tag_though_the_rows_are_the_same() =>
        (await li.Get("/api/areas?asOf=2025-01-01")).Header("ETag").ShouldNotBe((await li.Get("/api/areas?asOf=2025-01-02")).Header("ETag"));

    [Fact]
    public async Task Nobody_else_may_keep_an_answer()
    {
        (await li.Get("/api/areas")).Header("Cache-Control").ShouldBe("no-cache, private");
        (await li.Get("/api/units/nowhere")).Header("Cache-Control").ShouldBe("no-store");
    }
}
