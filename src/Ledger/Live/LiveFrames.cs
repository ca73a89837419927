using System.Text;
using System.Text.Json;
using Ledger.Shapes;

namespace Ledger.Live;

/// <summary>The text of server-sent events. JSON holds no line break, so each event is one line of data; another kind of
/// event is another type here, under an id from which the stream can be resumed.</summary>
internal static class LiveFrames
{
    /// <summary>How long a browser waits before it connects again.</summary>
    private const int RetryMs = 2_000;

    /// <summary>Sent at once: from here on a reader who is cut off loses nothing, even before the first event.</summary>
    public static byte[] Opening(long position) => Text($"retry: {RetryMs}\n: from #{position} on\nid: {position}\n\n");

    /// <summary>Says that the stream lives, and how far it has looked: a filter may have let nothing through.</summary>
    public static byte[] Heartbeat(long position) => Text($": heartbeat\nid: {position}\n\n");

    public static byte[] Event<T>(long position, string type, T data) =>
        Text($"id: {position}\nevent: {type}\ndata: {JsonSerializer.Serialize(data, LedgerJson.Options)}\n\n");

    /// <summary>The last word of a stream that the service ends.</summary>
    public static byte[] Dropped(long position, Drop drop) => Event(position, "dropped", drop);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>Why the service ended a stream; it is resumed by <c>Last-Event-ID</c> without a gap.</summary>
public sealed record Drop(string Reason, Timeline.Sentence Message)
{
    public static readonly Drop TooSlow = new("too-slow", new(
        "接收过慢，连接已断开。请从最后收到的编号继续。", "You took too long to read. Go on from the last id that you have."));

    public static readonly Drop TokenExpired = new("token-expired", new(
        "令牌已过期。请更换令牌后，从最后收到的编号继续。", "Your token has expired. Take a new one and go on from the last id that you have."));

    public static readonly Drop Stopping = new("service-stopping", new(
        "服务正在停止。请稍后从最后收到的编号继续。", "The service is stopping. Go on from the last id that you have in a moment."));
}
