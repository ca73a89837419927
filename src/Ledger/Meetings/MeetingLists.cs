using System.Text.Json.Serialization;

namespace Ledger.Meetings;

/// <summary>The kinds of meeting.</summary>
public enum MeetingKind
{
    [JsonStringEnumMemberName("special")] Special,
    [JsonStringEnumMemberName("regular")] Regular,
    [JsonStringEnumMemberName("study")] Study,
    [JsonStringEnumMemberName("lecture")] Lecture,
    [JsonStringEnumMemberName("all-staff")] AllStaff,
    [JsonStringEnumMemberName("committee")] Committee,
    [JsonStringEnumMemberName("reminder")] Reminder,
    [JsonStringEnumMemberName("members")] Members,
}

/// <summary>The kinds of agenda item. What people think is none of them.</summary>
public enum AgendaKind
{
    [JsonStringEnumMemberName("pass-on")] PassOn,
    [JsonStringEnumMemberName("hear-reports")] HearReports,
    [JsonStringEnumMemberName("arrange")] Arrange,
    [JsonStringEnumMemberName("study")] Study,
    [JsonStringEnumMemberName("lecture")] Lecture,
    [JsonStringEnumMemberName("reminder")] Reminder,
    [JsonStringEnumMemberName("all-staff")] AllStaff,
    [JsonStringEnumMemberName("review")] Review,
    [JsonStringEnumMemberName("decide")] Decide,
}

/// <summary>What a meeting has come to; follows the known clock alone.</summary>
public enum MeetingState
{
    [JsonStringEnumMemberName("scheduled")] Scheduled,
    [JsonStringEnumMemberName("held")] Held,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
}
