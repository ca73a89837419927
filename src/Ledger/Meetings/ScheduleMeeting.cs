using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Meetings;

/// <summary>Calls a meeting.</summary>
/// <param name="MeetingId">The caller's slug; left out, the ledger makes one.</param>
/// <param name="AreaIds">The areas of responsibility it is about.</param>
/// <param name="ScheduledFor">Local date-time in the tenant's zone, without offset.</param>
/// <param name="ConvenedBy">The office-holder who calls it.</param>
public sealed record ScheduleMeeting(
    [Id] string UnitId, MeetingKind Kind, [Text] string Topic, [Id] IReadOnlyList<string> AreaIds, LocalDateTime ScheduledFor,
    [Id] string ConvenedBy, [Id] string? MeetingId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Meeting, MeetingId);
        var unit = known.UnitRefusal(UnitId, ScheduledFor.Date, "unitId", "scheduledFor");
        var areas = known.UnknownArea(AreaIds, "areaIds");
        var convener = known.UnknownPerson([ConvenedBy], "convenedBy");
        if (exists)
            return Refusal.Exists(IdKind.Meeting, MeetingId!, "meetingId");
        if ((unit ?? areas ?? convener) is { } refusal)
            return refusal;
        var id = MeetingId ?? known.NewId();
        return Decision.Create(id, new MeetingScheduled(id, UnitId, Kind, Topic, AreaIds, ScheduledFor, ConvenedBy, Basis));
    }
}

/// <summary>A meeting was called. Stored as meeting_scheduled.v1.</summary>
public sealed record MeetingScheduled(
    string MeetingId, string UnitId, MeetingKind Kind, string Topic, IReadOnlyList<string> AreaIds, LocalDateTime ScheduledFor,
    string ConvenedBy, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Meeting.Stream(MeetingId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => ScheduledFor.Date;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Meeting, MeetingId)];
}
