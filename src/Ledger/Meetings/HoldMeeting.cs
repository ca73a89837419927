using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Meetings;

/// <summary>Records that a meeting was held, who was there and what it adopted.</summary>
/// <param name="MeetingId">A scheduled meeting, or a new id when topic and areas are given.</param>
/// <param name="HeldOn">A date of the tenant's zone, not after the day of recording.</param>
/// <param name="UnitId">Needed for an unscheduled meeting; else checked against the schedule, as is the kind.</param>
/// <param name="Attendees">Office-holders.</param>
/// <param name="Apologies">Office-holders who sent word.</param>
/// <param name="Backfilled">The recorder's own word that this is entered long after.</param>
public sealed record HoldMeeting(
    [Id] string MeetingId, LocalDate HeldOn, [Id] string ChairId, [Id] IReadOnlyList<string> Attendees,
    [Id] IReadOnlyList<string> Apologies, IReadOnlyList<AgendaKind> Agenda, IReadOnlyList<NewResolution> Resolutions,
    [Id] string? UnitId = null, MeetingKind? Kind = null, [Text] string? Topic = null,
    [Id] IReadOnlyList<string>? AreaIds = null, bool? Backfilled = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var meeting = known.Meeting(MeetingId);
        var people = Refusal.First(known.UnknownPerson([ChairId], "chairId"), known.UnknownPerson(Attendees, "attendees"),
            known.UnknownPerson(Apologies, "apologies"));
        var areas = Refusal.First(
            known.UnknownArea(AreaIds ?? [], "areaIds"), known.UnknownArea(Resolutions.Select(r => r.AreaId), "resolutions"));
        var taken = Resolutions.Select(r => known.Exists(IdKind.Resolution, r.ResolutionId) ? r.ResolutionId : null)
            .ToList().FirstOrDefault(id => id is not null);
        var unit = (meeting?.UnitId ?? UnitId) is { } unitId ? known.UnitRefusal(unitId, HeldOn, "unitId", "heldOn") : null;

        if ((meeting is null ? Unscheduled() : Differs(meeting)) is { } refusal)
            return refusal;
        if ((unit ?? known.InTheFuture(HeldOn, "heldOn") ?? people ?? areas ?? Attendance()) is { } broken)
            return broken;
        if (taken is not null)
            return Refusal.Exists(IdKind.Resolution, taken, "resolutions");
        var held = new MeetingHeld(MeetingId, meeting?.UnitId ?? UnitId!, meeting?.MeetingKind ?? Kind!.Value, HeldOn, ChairId,
            Attendees, Apologies, Agenda,
            [.. Resolutions.Select(r => new Resolution(r.ResolutionId ?? known.NewId(), r.AreaId, r.Text))],
            Topic, AreaIds, Backfilled, Unscheduled: meeting is null ? true : null, Basis);
        return meeting is null ? Decision.Create(MeetingId, held) : Decision.Record(MeetingId, held);
    }

    private Refusal? Unscheduled()
    {
        if (Topic is null || AreaIds is null)
            return Refusal.Unknown(IdKind.Meeting, MeetingId, "meetingId");
        return UnitId is null ? new Refusal("unit-and-kind-needed", "unitId")
            : Kind is null ? new Refusal("unit-and-kind-needed", "kind") : null;
    }

    private Refusal? Differs(Meeting meeting)
    {
        if (MeetingRules.NotScheduled(meeting) is { } refusal)
            return refusal;
        if ((UnitId ?? meeting.UnitId) != meeting.UnitId)
            return new("differs-from-schedule", "unitId", new { meeting.UnitId });
        return (Kind ?? meeting.MeetingKind) != meeting.MeetingKind
            ? new("differs-from-schedule", "kind", new { Kind = meeting.MeetingKind })
            : null;
    }

    private Refusal? Attendance()
    {
        if (MeetingRules.ListedTwice(Attendees, "attendees", Apologies, "apologies") is { } twice)
            return twice;
        var ids = Resolutions.Select(r => r.ResolutionId).OfType<string>().ToList();
        return ids.Distinct().Count() < ids.Count ? new("resolution-listed-twice", "resolutions") : null;
    }
}

/// <summary>A resolution as the caller gives it.</summary>
/// <param name="ResolutionId">The caller's slug; left out, the ledger makes one.</param>
public sealed record NewResolution([Id] string AreaId, [Text] string Text, [Id] string? ResolutionId = null);

/// <summary>What a meeting adopted.</summary>
public sealed record Resolution(string ResolutionId, string AreaId, string Text);

/// <summary>A meeting was held on <paramref name="HeldOn"/>. Stored as meeting_held.v1.</summary>
/// <param name="Unscheduled">True when nothing was known of the meeting before.</param>
public sealed record MeetingHeld(
    string MeetingId, string UnitId, MeetingKind Kind, LocalDate HeldOn, string ChairId, IReadOnlyList<string> Attendees,
    IReadOnlyList<string> Apologies, IReadOnlyList<AgendaKind> Agenda, IReadOnlyList<Resolution> Resolutions,
    string? Topic = null, IReadOnlyList<string>? AreaIds = null, bool? Backfilled = null, bool? Unscheduled = null,
    Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Meeting.Stream(MeetingId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => HeldOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => Resolutions.Select(r => new NewId(IdKind.Resolution, r.ResolutionId))
        .Concat(Unscheduled == true ? [new(IdKind.Meeting, MeetingId)] : []);
}
