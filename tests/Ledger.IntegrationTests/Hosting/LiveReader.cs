using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Ledger.IntegrationTests.Hosting;

/// <summary>Reads a live stream event by event.</summary>
public sealed class LiveReader : IAsyncDisposable
{
    private readonly HttpResponseMessage response;
    private IAsyncEnumerator<SseItem<string>>? events;

    public LiveReader(HttpResponseMessage response) => this.response = response;

    public int Status => (int)response.StatusCode;

    public HttpResponseMessage Response => response;

    /// <summary>The next event with data; null when the stream has ended.</summary>
    public async Task<LiveRead?> Next()
    {
        events ??= SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();
        while (await events.MoveNextAsync())
            if (events.Current.Data.Length > 0)
                return new(events.Current.EventId!, events.Current.EventType, JsonNode.Parse(events.Current.Data)!);
        return null;
    }

    public async Task<IReadOnlyList<LiveRead>> Next(int count)
    {
        var read = new List<LiveRead>();
        while (read.Count < count && await Next() is { } one)
            read.Add(one);
        return read;
    }

    public async ValueTask DisposeAsync()
    {
        // First the connection: an enumerator that waits for an event would not let itself be disposed of.
        response.Dispose();
        if (events is not null)
            await events.DisposeAsync();
    }
}

/// <param name="Id">The id in force, such as a browser would send when it connects again.</param>
public sealed record LiveRead(string Id, string Type, JsonNode Data)
{
    public long Position => (long)Data["position"]!;
}
