using System.Text.Json.Serialization;

namespace Ledger.Instructions;

/// <summary>What an instruction still lacks: the first missing link of its chain. The order is that of the chain.</summary>
public enum Stage
{
    /// <summary>Nobody was given it as a task.</summary>
    [JsonStringEnumMemberName("task")] Task = 1,

    /// <summary>A task of it has no evidence.</summary>
    [JsonStringEnumMemberName("evidence")] Evidence,

    /// <summary>A task of it is not closed.</summary>
    [JsonStringEnumMemberName("closing")] Closing,

    /// <summary>No inspection looked at a task of it.</summary>
    [JsonStringEnumMemberName("check")] Check,

    /// <summary>The inspection was not notified.</summary>
    [JsonStringEnumMemberName("notification")] Notification,

    /// <summary>The unit inspected has not acknowledged it.</summary>
    [JsonStringEnumMemberName("acknowledgement")] Acknowledgement,

    /// <summary>Nothing: the chain is whole.</summary>
    [JsonStringEnumMemberName("nothing")] Nothing,
}

/// <summary>What gave rise to an instruction.</summary>
public enum InstructionSource
{
    [JsonStringEnumMemberName("resolution")] Resolution,
    [JsonStringEnumMemberName("finding")] Finding,
}
