using System.Text.Json.Serialization;

namespace Ledger.Inspections;

/// <summary>Who inspects: the unit itself, or one above it.</summary>
public enum InspectionKind
{
    [JsonStringEnumMemberName("self")] Self,
    [JsonStringEnumMemberName("superior")] Superior,
}

/// <summary>The four sides that a self-inspection goes through.</summary>
public enum InspectionAspect
{
    [JsonStringEnumMemberName("organisation")] Organisation,
    [JsonStringEnumMemberName("mechanism")] Mechanism,
    [JsonStringEnumMemberName("channels")] Channels,
    [JsonStringEnumMemberName("team")] Team,
}

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    [JsonStringEnumMemberName("minor")] Minor,
    [JsonStringEnumMemberName("major")] Major,
    [JsonStringEnumMemberName("serious")] Serious,
}

/// <summary>What became of a finding; derived from the tasks that were raised from it.</summary>
public enum FindingState
{
    [JsonStringEnumMemberName("no-task")] NoTask,
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("closed")] Closed,
}
