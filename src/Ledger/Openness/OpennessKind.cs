using System.Text.Json.Serialization;

namespace Ledger.Openness;

/// <summary>What a unit makes public of its own affairs.</summary>
public enum OpennessKind
{
    [JsonStringEnumMemberName("decision")] Decision,
    [JsonStringEnumMemberName("appointment")] Appointment,
    [JsonStringEnumMemberName("accounts")] Accounts,
    [JsonStringEnumMemberName("project")] Project,
}
