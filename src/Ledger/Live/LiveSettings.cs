namespace Ledger.Live;

/// <summary>How live streams are served by this node.</summary>
/// <param name="StreamsMax">How many are open at once; more are told to come again.</param>
/// <param name="HeartbeatSeconds">After so long without an event a comment says that the stream lives.</param>
/// <param name="PollSeconds">How often a stream looks into the log when no notice wakes it.</param>
/// <param name="SlowSeconds">A reader who takes nothing for so long is dropped.</param>
public sealed record LiveSettings(int StreamsMax = 200, int HeartbeatSeconds = 15, int PollSeconds = 5, int SlowSeconds = 30)
{
    internal TimeSpan Heartbeat => TimeSpan.FromSeconds(HeartbeatSeconds);

    internal TimeSpan Poll => TimeSpan.FromSeconds(PollSeconds);

    internal TimeSpan Slow => TimeSpan.FromSeconds(SlowSeconds);
}
