using System.Text.Json.Serialization;

namespace Ledger.Incidents;

/// <summary>The kinds of ordinary incident in a unit's own work. What people say is none of them.</summary>
public enum IncidentKind
{
    [JsonStringEnumMemberName("outage")] Outage,
    [JsonStringEnumMemberName("safety")] Safety,
    [JsonStringEnumMemberName("weather")] Weather,
    [JsonStringEnumMemberName("fire")] Fire,
    [JsonStringEnumMemberName("health")] Health,
    [JsonStringEnumMemberName("other")] Other,
}

/// <summary>What an incident has come to; follows the known clock alone.</summary>
public enum IncidentState
{
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("closed")] Closed,
    [JsonStringEnumMemberName("reviewed")] Reviewed,
}
