using Ledger.Commands;
using Ledger.Log;
using NodaTime;

namespace Ledger.Meetings;

/// <summary>A meeting of a unit: scheduled, held or cancelled.</summary>
/// <param name="ScheduledFor">Local date-time in the tenant's zone; null when it was held unscheduled.</param>
/// <param name="HeldOn">The date it was held on, in the tenant's zone.</param>
/// <param name="HeldRecordedAt">When the ledger learned that it was held.</param>
public sealed record Meeting(
    string MeetingId, string UnitId, MeetingKind MeetingKind, string Topic, IReadOnlyList<string> AreaIds, MeetingState Status,
    LocalDateTime? ScheduledFor, string? ConvenedBy, LocalDate? HeldOn, string? ChairId, IReadOnlyList<string> Attendees,
    IReadOnlyList<string> Apologies, IReadOnlyList<AgendaKind> Agenda, IReadOnlyList<Resolution> Resolutions,
    bool? Backfilled, Instant? HeldRecordedAt, long Version) : IState<Meeting>, IConcernsUnit
{
    public static string Kind => "meeting";

    public static Meeting Empty { get; } = new(
        "", "", default, "", [], default, null, null, null, null, [], [], [], [], null, null, 0);

    public static string Stream(string meetingId) => $"meeting/{meetingId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) =>
        HeldOn is { } heldOn ? [new(IdKind.Meeting, MeetingId, heldOn)] : [];

    IEnumerable<ILedgerEvent> IConcernsUnit.EndWithUnit(string unitId, LocalDate dissolvedOn, string reason) =>
        Status == MeetingState.Scheduled ? [new MeetingCancelled(MeetingId, UnitId, reason, unitId)] : [];

    public Meeting Apply(Recorded recorded) => Fold(recorded) with { Version = recorded.Version };

    private Meeting Fold(Recorded recorded) => recorded.Data switch
    {
        MeetingScheduled e => Empty with
        {
            MeetingId = e.MeetingId,
            UnitId = e.UnitId,
            MeetingKind = e.Kind,
            Topic = e.Topic,
            AreaIds = e.AreaIds,
            ScheduledFor = e.ScheduledFor,
            ConvenedBy = e.ConvenedBy,
        },
        MeetingRescheduled e => this with { ScheduledFor = e.NewScheduledFor },
        MeetingCancelled => this with { Status = MeetingState.Cancelled },
        MeetingHeld e => this with
        {
            MeetingId = e.MeetingId,
            UnitId = e.UnitId,
            MeetingKind = e.Kind,
            Status = MeetingState.Held,
            HeldOn = e.HeldOn,
            Topic = e.Topic ?? Topic,
            AreaIds = e.AreaIds ?? AreaIds,
            ChairId = e.ChairId,
            Attendees = e.Attendees,
            Apologies = e.Apologies,
            Agenda = e.Agenda,
            Resolutions = e.Resolutions,
            Backfilled = e.Backfilled,
            HeldRecordedAt = recorded.RecordedAt,
        },
        MeetingCorrected e => this with
        {
            HeldOn = e.Changes.HeldOn.IsGiven ? e.Changes.HeldOn.Value : HeldOn,
            Topic = e.Changes.Topic.Or(Topic),
            AreaIds = e.Changes.AreaIds.Or(AreaIds),
            ChairId = e.Changes.ChairId.Or(ChairId!),
            Attendees = e.Changes.Attendees.Or(Attendees),
            Apologies = e.Changes.Apologies.Or(Apologies),
            Agenda = e.Changes.Agenda.Or(Agenda),
        },
        _ => this,
    };
}

public static class KnownMeetings
{
    public static Meeting? Meeting(this Known known, string meetingId) =>
        known.Stream<Meeting>(Meetings.Meeting.Stream(meetingId));

    /// <summary>The meeting that adopted a resolution; null when the id is unknown.</summary>
    public static Meeting? MeetingOf(this Known known, string resolutionId) =>
        known.Holding<Meeting>(IdKind.Resolution, resolutionId);
}
