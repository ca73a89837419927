using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Meetings;

/// <summary>Puts right what was recorded wrongly of a meeting that was held.</summary>
/// <param name="CorrectionId">The caller's slug; left out, the ledger makes one.</param>
public sealed record CorrectMeeting(
    [Id] string MeetingId, MeetingChanges Changes, [Text] string Reason, [Id] string? CorrectionId = null, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        var meeting = known.Meeting(MeetingId);
        var exists = known.Exists(IdKind.Correction, CorrectionId);
        var people = Refusal.First(
            known.UnknownPerson(Changes.ChairId.IsGiven ? [Changes.ChairId.Value] : [], "changes.chairId"),
            known.UnknownPerson(Changes.Attendees.Or([]), "changes.attendees"),
            known.UnknownPerson(Changes.Apologies.Or([]), "changes.apologies"));
        var areas = known.UnknownArea(Changes.AreaIds.Or([]), "changes.areaIds");
        var unit = meeting is not null && Changes.HeldOn.IsGiven
            ? known.UnitRefusal(meeting.UnitId, Changes.HeldOn.Value, "meetingId", "changes.heldOn")
                ?? known.InTheFuture(Changes.HeldOn.Value, "changes.heldOn")
            : null;
        if (meeting is null)
            return Refusal.Unknown(IdKind.Meeting, MeetingId, "meetingId");
        if (exists)
            return Refusal.Exists(IdKind.Correction, CorrectionId!, "correctionId");
        if (meeting.Status != MeetingState.Held)
            return new Refusal("not-held", "meetingId", new { meeting.Status });
        if (Changes.IsEmpty)
            return new Refusal("nothing-to-correct", "changes");
        if ((unit ?? people ?? areas) is { } refusal)
            return refusal;
        if (MeetingRules.ListedTwice(Changes.Attendees.Or(meeting.Attendees), "changes.attendees",
            Changes.Apologies.Or(meeting.Apologies), "changes.apologies") is { } twice)
            return twice;
        return Decision.Record(MeetingId, new MeetingCorrected(
            CorrectionId ?? known.NewId(), MeetingId, meeting.UnitId, Changes, Reason, Basis));
    }
}

/// <summary>The members to put right; what is left out stays. Lists replace the ones before.</summary>
public readonly record struct MeetingChanges(
    Optional<LocalDate> HeldOn = default, [Text] Optional<string> Topic = default,
    [Id] Optional<IReadOnlyList<string>> AreaIds = default, [Id] Optional<string> ChairId = default,
    [Id] Optional<IReadOnlyList<string>> Attendees = default, [Id] Optional<IReadOnlyList<string>> Apologies = default,
    Optional<IReadOnlyList<AgendaKind>> Agenda = default)
{
    internal bool IsEmpty => !(HeldOn.IsGiven || Topic.IsGiven || AreaIds.IsGiven || ChairId.IsGiven || Attendees.IsGiven
        || Apologies.IsGiven || Agenda.IsGiven);
}

/// <summary>What was recorded of a meeting is put right from here on. Stored as meeting_corrected.v1.</summary>
public sealed record MeetingCorrected(
    string CorrectionId, string MeetingId, string UnitId, MeetingChanges Changes, string Reason, Basis? Basis = null)
    : ILedgerEvent
{
    string ILedgerEvent.Stream => Meeting.Stream(MeetingId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => Changes.HeldOn.IsGiven ? Changes.HeldOn.Value : null;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Correction, CorrectionId)];
}
