using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
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
        if (person is null)
            return Refusal.Unknown(IdKind.Person, PersonId, "personId");
        if (exists)
            return Refusal.Exists(IdKind.Correction, CorrectionId!, "correctionId");
        if (Changes == default(OfficeHolderChanges))
            return new Refusal("nothing-to-correct", "changes");
        if (Changes.LeftOn.IsGiven && person.LeftOn is null)
            return new Refusal("not-left", "changes.leftOn");
        var after = person.Corrected(Changes);
        if (after.LeftOn < after.Posts.Last.From)
            return new Refusal("left-before-start", Changes.LeftOn.IsGiven ? "changes.leftOn" : "changes.since",
                new { since = after.Posts.Last.From, after.LeftOn });
        if (held.FirstOrDefault(a => person.InOfficeOn(a.On) && !after.InOfficeOn(a.On)) is { } outside)
            return new Refusal("assignment-outside-office", Changes.LeftOn.IsGiven ? "changes.leftOn" : "changes.since",
                new { duty = outside });
        var last = person.Posts.Last;
        return Decision.Record(PersonId, new OfficeHolderCorrected(
            PersonId, last.Value.UnitId, CorrectionId ?? known.NewId(), Changes, Reason, Basis));
    }
}

/// <summary>The members to put right. Post and start correct the post that was recorded last.</summary>
/// <param name="LeftOn">Only for one who left; null takes the leaving back.</param>
public readonly record struct OfficeHolderChanges(
    [Title] Optional<string> Post = default, Optional<PostCategory> PostCategory = default,
    Optional<LocalDate> Since = default, Optional<LocalDate?> LeftOn = default);

/// <summary>What was recorded of an office-holder is put right from here on. Stored as office_holder_corrected.v1.</summary>
public sealed record OfficeHolderCorrected(
    string PersonId, string UnitId, string CorrectionId, OfficeHolderChanges Changes, string Reason, Basis? Basis = null)
    : ILedgerEvent
{
    string ILedgerEvent.Stream => OfficeHolder.Stream(PersonId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => Changes.Since.IsGiven ? Changes.Since.Value : Changes.LeftOn.Or(null);

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Correction, CorrectionId)];
}
