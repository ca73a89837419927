using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
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

    /// <summary>It answers nobody before this is done.</summary>
    public Task Ready { get; set; } = Task.CompletedTask;

    /// <summary>What it answers with instead, which need not be HTTP.</summary>
    public byte[]? Raw { get; set; }

    public string Url => $"{app.Urls.Single()}/hook?to=me";

    public IReadOnlyList<Received> All => [.. received];

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        Receiver? receiver = null;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
            listen.Use(next => connection => receiver!.Raw is { } raw ? Answer(connection, raw) : next(connection))));
        receiver = new(builder.Build());
        receiver.app.Run(receiver.Take);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task Answer(ConnectionContext connection, byte[] raw)
    {
        // A connection that is closed with bytes unread is reset, and the answer is lost.
        var asked = await connection.Transport.Input.ReadAsync();
        while (!asked.IsCompleted && !Encoding.UTF8.GetString(asked.Buffer).EndsWith('}'))
        {
            connection.Transport.Input.AdvanceTo(asked.Buffer.Start, asked.Buffer.End);
            asked = await connection.Transport.Input.ReadAsync();
        }

        connection.Transport.Input.AdvanceTo(asked.Buffer.End);
        await connection.Transport.Output.WriteAsync(raw);
    }

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        received.Enqueue(new($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}", http.Request.ContentType!,
            http.Request.Headers["Ledger-Signature"].ToString(), await reader.ReadToEndAsync()));
        await Ready.WaitAsync(http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Response.StatusCode = Status;
        http.Response.Headers.Location = "/elsewhere";
    }
}

internal sealed record Received(string Request, string ContentType, string Signature, string Body)
{
    public JsonNode Event => JsonNode.Parse(Body)!;

    public string Subject => (string)Event["subject"]!;
}
