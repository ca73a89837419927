using System.Net.Sockets;
using System.Text;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Http;

/// <summary>What no well-behaved client sends, byte by byte.</summary>
public sealed class FramingTests(LedgerService service) : IClassFixture<LedgerService>
{
    private const string Body = """{"nameZh":"A","nameEn":"A"}""";

    [Theory]
    [InlineData("Transfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n", 400)]
    [InlineData("Transfer-Encoding: chunked", "2\r\n{}garbage\r\n0\r\n\r\n", 400)]
    [InlineData("Content-Length: x", "", 400), InlineData("Content-Length: -1", "", 400)]
    [InlineData("Content-Length: 27\r\nContent-Length: 3", Body, 400), InlineData("Content-Length: 99999999999", "", 413)]
    [InlineData("Content-Length: 27\r\nIf-Match: \"1\"\r\nIf-Match: \"2\"", Body, 400)]
    [InlineData("Content-Length: 27\r\nIdempotency-Key: a\r\nIdempotency-Key: b", Body, 400)]
    [InlineData("Content-Length: 27\r\nIdempotency-Key: ", Body, 400), InlineData("Content-Length: 27\r\nIdempotency-Key: a", Body, 201)]
    public async Task A_request_is_refused_or_taken_and_the_service_goes_on(string headers, string body, int status)
    {
        var answer = await Send($"POST /api/areas HTTP/1.1\r\nHost: ledger\r\nConnection: close\r\nAuthorization: Bearer {service.Token("li")}\r\n"
            + $"Content-Type: application/json\r\n{headers}\r\n\r\n{body}");

        answer.ShouldStartWith($"HTTP/1.1 {status} ");
        (await service.As("li").Get("/api/areas")).Is(200);
    }

    [Fact]
    public async Task A_body_that_stops_short_records_nothing()
    {
        var before = (await service.As("li", "t2").Get("/api/areas")).Header("Ledger-Position");

        await Record.ExceptionAsync(() => Send("POST /api/areas HTTP/1.1\r\nHost: ledger\r\n"
            + $"Authorization: Bearer {service.Token("li", "t2")}\r\nContent-Type: application/json\r\nContent-Length: 28\r\n\r\n{Body}", hangUp: true));

        (await service.As("li", "t2").Get("/api/areas")).Is(200).Header("Ledger-Position").ShouldBe(before);
    }

    /// <returns>What came back until the service closed the connection.</returns>
    private async Task<string> Send(string request, bool hangUp = false)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(service.Address.Host, service.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        if (hangUp)
            client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(CancellationToken.None);
    }
}
