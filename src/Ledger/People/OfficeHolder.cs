using System.Text.Json.Serialization;
using Ledger.Clocks;
using Ledger.Commands;
using Ledger.Log;
using NodaTime;

namespace Ledger.People;

/// <summary>A person in a post. Their name is never here.</summary>
/// <param name="LeftOn">First day no longer in office; null while no leaving is recorded.</param>
public sealed record OfficeHolder(string PersonId, Effective<Post> Posts, LocalDate? LeftOn, long Version)
    : IState<OfficeHolder>, IConcernsUnit
{
    public static string Kind => "person";

    public static OfficeHolder Empty { get; } = new("", Effective<Post>.None, null, 0);

    /// <summary>First day in office.</summary>
    public LocalDate InOfficeFrom => Posts.Entries.Min(p => p.From);

    public static string Stream(string personId) => $"person/{personId}";

    public bool InOfficeOn(LocalDate date) => InOfficeFrom <= date && (LeftOn is null || date < LeftOn);

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) =>
        Posts.Entries.Where(p => p.Value.UnitId == unitId).Select(p => new DatedAct(IdKind.Person, PersonId, p.From));

    public OfficeHolder Apply(Recorded recorded) => Fold(recorded.Data) with { Version = recorded.Version };

    private OfficeHolder Fold(ILedgerEvent data) => data switch
    {
        OfficeHolderRegistered e => new(
            e.PersonId, Effective<Post>.None.With(e.Since, new(e.UnitId, e.Post, e.PostCategory)), null, 0),
        PostChanged e => this with { Posts = Posts.With(e.Since, new(e.UnitId, e.Post, e.PostCategory)) },
        LeftOffice e => this with { LeftOn = e.LeftOn },
        OfficeHolderCorrected e => Corrected(e.Changes, e.PostSince ?? Posts.Entries[^1].From),
        _ => this,
    };

    /// <summary>Corrects the post that starts on <paramref name="postSince"/>.</summary>
    internal OfficeHolder Corrected(OfficeHolderChanges changes, LocalDate postSince)
    {
        var post = Posts.On(postSince)!.Value;
        return this with
        {
            LeftOn = changes.LeftOn.Or(LeftOn),
            Posts = Posts.WithCorrected(postSince, changes.Since.Or(postSince), post with
            {
                Title = changes.Post.Or(post.Title),
                Category = changes.PostCategory.Or(post.Category),
            }),
        };
    }
}

public sealed record Post(string UnitId, string Title, PostCategory Category);

/// <summary>The kinds of post.</summary>
public enum PostCategory
{
    [JsonStringEnumMemberName("head")] Head,
    [JsonStringEnumMemberName("leader-in-charge")] LeaderInCharge,
    [JsonStringEnumMemberName("department-head")] DepartmentHead,
    [JsonStringEnumMemberName("section-head")] SectionHead,
    [JsonStringEnumMemberName("party-affairs")] PartyAffairs,
    [JsonStringEnumMemberName("staff")] Staff,
}

public static class KnownPeople
{
    public static OfficeHolder? Person(this Known known, string personId) =>
        known.Stream<OfficeHolder>(OfficeHolder.Stream(personId));

    /// <summary>The refusal of an act that needs a person in office on a day.</summary>
    public static Refusal? HolderRefusal(this Known known, string personId, LocalDate on, string field)
    {
        var person = known.Person(personId);
        if (person is null)
            return Refusal.Unknown(IdKind.Person, personId, field);
        return person.InOfficeOn(on)
            ? null
            : new("holder-not-in-office", field, new { personId, on, since = person.InOfficeFrom, person.LeftOn });
    }

    /// <summary>The refusal for the first of <paramref name="personIds"/> who is not an office-holder of this tenant.</summary>
    public static Refusal? UnknownPerson(this Known known, IEnumerable<string> personIds, string field) => personIds
        .Select(id => known.Person(id) is null ? Refusal.Unknown(IdKind.Person, id, field) : null)
        .ToList().FirstOrDefault(r => r is not null);
}
