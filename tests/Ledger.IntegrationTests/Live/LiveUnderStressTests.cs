using System.Net;
using System.Net.ServerSentEvents;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using Npgsql;

namespace Ledger.IntegrationTests.Live;

/// <summary>A service with room for two streams that is short with slow readers and looks into the log every second.</summary>
public sealed class ShortTempered(TemplateDatabase template) : LedgerService(template)
{
    public const int StreamsMax = 2;

    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Ledger:Live:StreamsMax"] = $"{StreamsMax}",
        ["Ledger:Live:HeartbeatSeconds"] = "1",
        ["Ledger:Live:PollSeconds"] = "1",
        ["Ledger:Live:SlowSeconds"] = "3",
    };
}

public sealed class LiveUnderStressTests(TemplateDatabase template) : IAsyncLifetime
{
    private readonly ShortTempered service = new(template);
    private Client li = null!;

    public async ValueTask InitializeAsync()
    {
        await service.InitializeAsync();
        li = service.As("li");
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_reader_who_takes_nothing_is_dropped_with_a_reason_and_holds_up_nobody()
    {
        // More than any socket's buffers hold.
        var basis = new string('长', 2000);
        const int events = 1_500;
        (await li.Import("", string.Join('\n', Enumerable.Range(1, events).Select(i =>
            $$$"""{"at":"2025-01-03T00:00:00Z","actor":"li","command":"DefineArea","data":{"areaId":"b-{{{i}}}","nameZh":"甲","nameEn":"A","basis":"{{{basis}}}"}}"""))))
            .Is(200);
        using var slow = await Raw("?from=%231");
        await using var other = await li.Live("");

        await LiveTests.Write(li, 1, 30);
        (await other.Next(30)).Select(r => r.Position).ShouldBe(Enumerable.Range(events + 1, 30).Select(i => (long)i));
        // There is none for a third until the slow one is dropped, who has read nothing so far.
        await (await WhenThereIsRoom()).DisposeAsync();

        var read = await ReadToTheEnd(slow);
        var (last, sent) = (read[^1], read.SkipLast(1).Select(r => long.Parse(r.EventId!, null)).ToList());
        last.EventType.ShouldBe("dropped");
        ((string)JsonNode.Parse(last.Data)!["reason"]!).ShouldBe("too-slow");
        sent.Count.ShouldBeInRange(1, events - 1);
        sent.ShouldBe(Enumerable.Range(1, sent.Count).Select(i => (long)i));
        await using var resumed = await WhenThereIsRoom(("Last-Event-ID", last.EventId!));
        (await resumed.Next(events + 30 - sent.Count)).Select(r => r.Position)
            .ShouldBe(Enumerable.Range(sent.Count + 1, events + 30 - sent.Count).Select(i => (long)i));
    }

    [Fact]
    public async Task More_streams_than_there_is_room_for_are_told_to_come_again()
    {
        await using var first = await li.Live("");
        var second = await li.Live("");

        var answer = (await li.Get("/api/live")).Is(503, "too-many-streams");

        answer.Header("Retry-After").ShouldNotBeNull();
        answer.Has("facts.streamsMax", $"{ShortTempered.StreamsMax}");
        await second.DisposeAsync();
        await (await WhenThereIsRoom()).DisposeAsync();
    }

    [Fact]
    public async Task A_stream_without_events_says_that_it_lives_and_how_far_it_has_looked()
    {
        (await li.Post("/api/units", """
            {"unitId":"city","nameZh":"示例市","nameEn":"Sample City","kind":"city","level":1,"parentId":null,
             "effectiveFrom":"2024-01-01","requiredCells":[]}
            """)).Is(201);
        using var socket = await Raw("?unit=city");
        var text = new StringBuilder();
        async Task ReadTo(string end)
        {
            while (!text.ToString().Contains(end, StringComparison.Ordinal))
                text.Append(await Read(socket));
        }

        await ReadTo(": from #1 on\nid: 1\n\n");
        await LiveTests.Write(li, 1, 3);
        await ReadTo("id: 4\n\n");

        text.ToString().ShouldContain(": heartbeat\nid: 4\n\n");
        text.ToString().ShouldNotContain("event:");
    }

    [Fact]
    public async Task Without_notices_events_come_all_the_same_and_a_lost_database_is_waited_for()
    {
        await using var stream = await li.Live("");
        await LiveTests.Write(li, 1, 1);
        (await stream.Next()).ShouldNotBeNull();
        var database = new NpgsqlConnectionStringBuilder(service.ConnectionString).Database;
        await service.Maintain($"alter database {database} allow_connections false");
        await Terminate("and application_name = 'ledger-listener'");

        await LiveTests.Write(li, 2, 3); // Over the connections that are left.
        (await stream.Next(3)).Select(r => r.Position).ShouldBe([2L, 3L, 4L]);

        await Terminate("and application_name like 'ledger-%'");
        (await li.Post("/api/areas", """{"nameZh":"甲","nameEn":"A"}""")).Is(503);
        var next = stream.Next();
        await service.Maintain($"alter database {database} allow_connections true");
        await LiveTests.Write(li, 5, 1);
        (await next).ShouldNotBeNull().Position.ShouldBe(5);

        Task Terminate(string which) =>
            service.Maintain($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}' {which}");
    }

    /// <summary>Opens a stream, as soon as one that has ended has made room.</summary>
    private async Task<LiveReader> WhenThereIsRoom(params (string Name, string Value)[] headers)
    {
        while (true)
        {
            var stream = await li.Live("", headers);
            if (stream.Status == 200)
                return stream;
            stream.Status.ShouldBe(503);
            await stream.DisposeAsync();
        }
    }

    /// <summary>A caller who reads only when told to.</summary>
    private async Task<Socket> Raw(string query)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(IPAddress.Loopback, service.Address.Port);
        var request = $"GET /api/live{query} HTTP/1.1\r\nHost: {service.Address.Authority}\r\n"
            + $"Authorization: Bearer {service.Token("li")}\r\nConnection: close\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        return socket;
    }

    private static async Task<string> Read(Socket socket)
    {
        var buffer = new byte[64 * 1024];
        var count = await socket.ReceiveAsync(buffer);
        count.ShouldBeGreaterThan(0);
        return Encoding.UTF8.GetString(buffer, 0, count);
    }

    /// <summary>The events of an answer that the service has ended.</summary>
    private static async Task<IReadOnlyList<SseItem<string>>> ReadToTheEnd(Socket socket)
    {
        using var bytes = new MemoryStream();
        await using (var stream = new NetworkStream(socket))
            await stream.CopyToAsync(bytes);
        return [.. SseParser.Create(new MemoryStream(Unchunked(bytes.ToArray()))).Enumerate().Where(e => e.Data.Length > 0)];
    }

    private static byte[] Unchunked(byte[] answer)
    {
        var at = answer.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        var body = new List<byte>();
        while (true)
        {
            var line = answer.AsSpan(at).IndexOf("\r\n"u8);
            var size = Convert.ToInt32(Encoding.ASCII.GetString(answer, at, line), 16);
            if (size == 0)
                return [.. body];
            body.AddRange(answer.AsSpan(at + line + 2, size));
            at += line + 2 + size + 2;
        }
    }
}
