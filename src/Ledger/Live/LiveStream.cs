using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using Ledger.Store;

namespace Ledger.Live;

/// <summary>
/// One reader's stream. It reads the log behind its last position, a page at a time, and goes on when that is sent: a
/// reader who is slow holds a page and no connection of the database, and nobody else waits for them.
/// </summary>
internal sealed class LiveStream(
    LiveFeed feed, AppendNotices notices, LiveSettings settings, string tenant, LiveFilter filter, PipeWriter writer)
{
    /// <summary>Sent when so much waits, so that a page of long events never waits whole.</summary>
    private const int FlushBytes = 16 * 1024;

    private long written = Stopwatch.GetTimestamp();
    private int unsent;

    /// <summary>The position up to which the stream has looked.</summary>
    public long Position { get; private set; }

    /// <summary>Runs until <paramref name="ends"/>.</summary>
    /// <exception cref="SlowReaderException">The reader took nothing for too long.</exception>
    public async Task Run(long after, CancellationToken ends)
    {
        Position = after;
        writer.Write(LiveFrames.Opening(after));
        await Flush(ends);
        while (true)
        {
            // Before the log is read: an act between the two wakes the stream at once.
            var next = notices.Next(tenant);
            if (await SendPage(ends))
                continue;
            if (Stopwatch.GetElapsedTime(written) >= settings.Heartbeat)
            {
                writer.Write(LiveFrames.Heartbeat(Position));
                await Flush(ends);
            }

            var pause = settings.Heartbeat < settings.Poll ? settings.Heartbeat : settings.Poll;
            await next.WaitAsync(pause, ends).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ends.ThrowIfCancellationRequested();
        }
    }

    /// <summary>While the database cannot be reached the stream waits where it is.</summary>
    /// <returns>Whether more may follow at once.</returns>
    private async Task<bool> SendPage(CancellationToken ends)
    {
        try
        {
            var page = await feed.After(tenant, Position).WaitAsync(ends);
            foreach (var e in page)
                await Send(e, ends);
            if (unsent > 0)
                await Flush(ends);
            return page.Count == LiveFeed.PageEvents;
        }
        catch (Exception e) when (LedgerDatabase.IsLost(e))
        {
            return false;
        }
    }

    private async Task Send(LiveEvent e, CancellationToken ends)
    {
        if (await filter.Passes(e, ends))
        {
            writer.Write(e.Frame);
            unsent += e.Frame.Length;
        }

        Position = e.Recorded.Position;
        if (unsent >= FlushBytes)
            await Flush(ends);
    }

    private async Task Flush(CancellationToken ends)
    {
        try
        {
            // The flush itself is not cancelled: that would cut the connection before a last word could be sent.
            var flushed = await writer.FlushAsync(CancellationToken.None).AsTask().WaitAsync(settings.Slow, ends);
            if (flushed.IsCompleted)
                throw new OperationCanceledException("The reader is gone.");
            (unsent, written) = (0, Stopwatch.GetTimestamp());
        }
        catch (TimeoutException e)
        {
            throw new SlowReaderException(e);
        }
    }
}

/// <summary>The reader of a live stream took nothing for too long.</summary>
internal sealed class SlowReaderException(Exception inner) : Exception("The reader took nothing for too long.", inner);
