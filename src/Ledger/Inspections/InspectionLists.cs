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

public static class InspectionAspects
{
    /// <summary>Its word in Chinese; in English it is the code.</summary>
    public static string Zh(this InspectionAspect aspect) => aspect switch
    {
        InspectionAspect.Organisation => "组织领导",
        InspectionAspect.Mechanism => "制度机制",
        InspectionAspect.Channels => "阵地管理",
        InspectionAspect.Team => "队伍建设",
        _ => throw new ArgumentOutOfRangeException(nameof(aspect), aspect, null),
    };
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
