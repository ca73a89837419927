using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.People;

/// <summary>Puts right what was recorded wrongly; what was known before stays in the record.</summary>
/// <param name="CorrectionId">The caller's slug; left out, the ledger makes one.</param>
public sealed record CorrectOfficeHolder(
    [Id] string PersonId, OfficeHolderChanges Changes, [Text] string Reason, [Id] string? CorrectionId = null,
    Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var person = known.Person(PersonId);
        var exists = known.Exists(IdKind.Correction, CorrectionId);
        var held = known.OfPerson<IGivesDuty>(PersonId).SelectMany(d => d.StartsOf(PersonId)).ToList();
        var unit = person is not null && Changes.Since.IsGiven
            ? known.UnitRefusal(person.Posts.MeantOn(known.Today).Value.UnitId, Changes.Since.Value, "personId", "changes.since")
            : null;
        if (person is null)
            return Refusal.Unknown(IdKind.Person, PersonId, "personId");
        if (exists)
            return Refusal.Exists(IdKind.Correction, CorrectionId!, "correctionId");
        if (Changes == default(OfficeHolderChanges))
            return new Refusal("nothing-to-correct", "changes");
        if (Changes.LeftOn.IsGiven && person.LeftOn is null)
            return new Refusal("not-left", "changes.leftOn");
        if (unit is not null)
            return unit;
        var meant = person.Posts.MeantOn(known.Today);
        var after = person.Corrected(Changes, meant.From);
        if (after.LeftOn < after.InOfficeFrom)
            return new Refusal("left-before-start", Changes.LeftOn.IsGiven ? "changes.leftOn" : "changes.since",
                new { since = after.InOfficeFrom, after.LeftOn });
        if (held.FirstOrDefault(a => person.InOfficeOn(a.On) && !after.InOfficeOn(a.On)) is { } outside)
            return new Refusal("assignment-outside-office", Changes.LeftOn.IsGiven ? "changes.leftOn" : "changes.since",
                new { duty = outside });
        return Decision.Record(PersonId, new OfficeHolderCorrected(
            PersonId, meant.Value.UnitId, CorrectionId ?? known.NewId(), Changes, Reason, Basis, meant.From));
    }
}

/// <summary>The members to put right. Post and start correct the post in force on the day of recording, or the first to
/// come.</summary>
/// <param name="LeftOn">Only for one who left; null takes the leaving back.</param>
public readonly record struct OfficeHolderChanges(
    [Title] Optional<string> Post = default, Optional<PostCategory> PostCategory = default,
    Optional<LocalDate> Since = default, Optional<LocalDate?> LeftOn = default);

/// <summary>What was recorded of an office-holder is put right from here on. Stored as office_holder_corrected.v1.</summary>
/// <param name="PostSince">First day, until now, of the post that it corrects; null for the one recorded last.</param>
public sealed record OfficeHolderCorrected(
    string PersonId, string UnitId, string CorrectionId, OfficeHolderChanges Changes, string Reason, Basis? Basis = null,
    LocalDate? PostSince = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => OfficeHolder.Stream(PersonId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => Changes.Since.IsGiven ? Changes.Since.Value : Changes.LeftOn.Or(null);

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Correction, CorrectionId)];
}
