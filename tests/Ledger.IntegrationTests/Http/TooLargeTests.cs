using System.Text;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Http;

public sealed class TooLargeTests(LedgerService service) : IClassFixture<LedgerService>
{
    private const int BytesMax = 256 * 1024;

    private readonly Client li = service.As("li");

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task A_body_over_256_KiB_is_413_whether_its_length_is_told_or_not(string command)
    {
        var path = Acts.Of(command).Path;
        var body = Encoding.UTF8.GetBytes("{" + new string(' ', BytesMax) + "}");

        (await li.Send(HttpMethod.Post, path, Client.Content(body, Client.Json))).Is(413, "too-large");

        using var untold = new StreamContent(new Unseekable(body));
        untold.Headers.ContentType = new(Client.Json);
        (await li.Send(HttpMethod.Post, path, untold)).Is(413, "too-large");
    }

    [Fact]
    public async Task A_body_of_256_KiB_is_read()
    {
        var body = """{"nameZh":"甲","nameEn":"A"}""";

        (await li.Post("/api/areas", body + new string(' ', BytesMax - Encoding.UTF8.GetByteCount(body)))).Is(201);
    }

    [Fact]
    public async Task A_body_of_100_MB_is_refused_before_it_is_sent()
    {
        var content = Client.Content(new byte[100_000_000], Client.Json);

        (await li.Send(HttpMethod.Post, "/api/areas", content, ("Expect", "100-continue"))).Is(413, "too-large");
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
