using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ledger.IntegrationTests.Webhooks;

/// <summary>Somebody's server that webhooks are sent to: a real one on a free port of the loopback interface.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Received> received = new();

    private Receiver(WebApplication app) => this.app = app;

    /// <summary>What it answers with.</summary>
    public int Status { get; set; } = 204;

    public string Url => $"{app.Urls.Single()}/hook?to=me";

    public IReadOnlyList<Received> All => [.. received];

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver.app.Run(receiver.Take);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        received.Enqueue(new($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}", http.Request.ContentType!,
            http.Request.Headers["Ledger-Signature"].ToString(), await reader.ReadToEndAsync()));
        http.Response.StatusCode = Status;
        http.Response.Headers.Location = "/elsewhere";
    }
}

internal sealed record Received(string Request, string ContentType, string Signature, string Body)
{
    public JsonNode Event => JsonNode.Parse(Body)!;

    public string Subject => (string)Event["subject"]!;
}
