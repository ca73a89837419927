using Ledger.Clocks;
using Ledger.Views;
using NodaTime;

namespace Ledger.People;

/// <summary>What post each office-holder has on each date, as rows.</summary>
public static class PeopleProjection
{
    public const string Name = "people";

    public static readonly Table<PersonRow> Table = new("person", 2, true,
        Column.Text<PersonRow>("person_id", r => r.PersonId),
        Column.Date<PersonRow>("valid_from", r => r.From),
        Column.Date<PersonRow>("valid_to", r => r.To),
        Column.Text<PersonRow>("unit_id", r => r.UnitId),
        Column.Text<PersonRow>("post", r => r.Post),
        Column.Text<PersonRow>("post_category", r => CodeOf(r.PostCategory)),
        Column.Date<PersonRow>("since", r => r.Since),
        Column.Date<PersonRow>("in_office_from", r => r.InOfficeFrom),
        Column.Date<PersonRow>("left_on", r => r.LeftOn),
        Column.Number<PersonRow>("version", r => r.Version));

    /// <summary>The first post reaches back: by id an office-holder is found on every date. A post planned for a day on
    /// which its holder had left was never taken up; the last one before stays.</summary>
    public static IEnumerable<PersonRow> Rows(OfficeHolder person) => TakenUp(person).Periods().Select((p, i) => new PersonRow(
        person.PersonId, i == 0 ? Forever.Start : p.From, p.To, p.Value.UnitId, p.Value.Title, p.Value.Category,
        p.From, person.InOfficeFrom, person.LeftOn, person.Version));

    private static Effective<Post> TakenUp(OfficeHolder person) => person.LeftOn is not { } leftOn
        ? person.Posts
        : new([.. person.Posts.Entries.Where(p => p.From < leftOn || p.From == person.InOfficeFrom)]);

    private static string CodeOf(PostCategory category) => Shapes.Codes.Of(category);
}

/// <summary>An office-holder over the dates from <paramref name="From"/> to <paramref name="To"/> (exclusive).</summary>
/// <param name="Since">First day in this post.</param>
public sealed record PersonRow(
    string PersonId, LocalDate From, LocalDate To, string UnitId, string Post, PostCategory PostCategory, LocalDate Since,
    LocalDate InOfficeFrom, LocalDate? LeftOn, long Version);
