using System.Text.Json.Nodes;
using Ledger.People;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>"Registered with unit, post, category, since; may change post or unit. Listed when since ≤ asOf, also after
/// leaving." A post planned for a day on which its holder had left was never taken up.</summary>
internal sealed partial class Oracle
{
    private readonly Dictionary<string, PersonFacts> people = [];

    /// <summary>An office-holder by id, on every date; null when the ledger does not know them.</summary>
    public JsonObject? OfficeHolder(string personId) =>
        Facts.OfType<OfficeHolderRegistered>().Any(p => p.PersonId == personId) ? Json(PersonContent(personId)) : null;

    private IEnumerable<Row> People() => Facts.OfType<OfficeHolderRegistered>().Select(p => p.PersonId)
        .Where(id => Person(id).Posts.Min(p => p.From) <= date)
        .Select(id => new Row("person", id, PostOf(id).UnitId, PersonContent(id)));

    private object PersonContent(string personId)
    {
        var post = PostOf(personId);
        return new
        {
            personId,
            unitId = post.UnitId,
            post = post.Title,
            postCategory = post.Category,
            since = post.Since,
            leftOn = Person(personId).LeftOn,
            version = Version($"person/{personId}"),
        };
    }

    private (string UnitId, string Title, PostCategory Category, LocalDate Since) PostOf(string personId)
    {
        var person = Person(personId);
        var first = person.Posts.Min(p => p.From);
        var takenUp = person.Posts.Where(p => person.LeftOn is not { } left || p.From < left || p.From == first).ToList();
        var (from, (unitId, title, category)) = takenUp[InForceOrFirst(takenUp, date)];
        return (unitId, title, category, from);
    }

    /// <summary>Worked out once: the questions about one person are many.</summary>
    private PersonFacts Person(string personId)
    {
        if (people.TryGetValue(personId, out var found))
            return found;
        var person = new PersonFacts();
        foreach (var recorded in log)
            switch (recorded.Data)
            {
                case OfficeHolderRegistered e when e.PersonId == personId:
                    person.Posts.Add((e.Since, (e.UnitId, e.Post, e.PostCategory)));
                    break;
                case PostChanged e when e.PersonId == personId:
                    person.Posts.Add((e.Since, (e.UnitId, e.Post, e.PostCategory)));
                    break;
                case LeftOffice e when e.PersonId == personId:
                    person.LeftOn = e.LeftOn;
                    break;
                case OfficeHolderCorrected e when e.PersonId == personId:
                    person.Correct(e.Changes, DayOf(recorded));
                    break;
                default:
                    break;
            }

        return people[personId] = person;
    }

    private sealed class PersonFacts
    {
        public List<(LocalDate From, (string UnitId, string Title, PostCategory Category) Value)> Posts { get; } = [];

        public LocalDate? LeftOn { get; set; }

        /// <summary>Post and start correct the post in force on the day of recording, or the first to come.</summary>
        public void Correct(OfficeHolderChanges changes, LocalDate today)
        {
            var meant = InForceOrFirst(Posts, today);
            var (from, (unitId, title, category)) = Posts[meant];
            Posts[meant] = (changes.Since.IsGiven ? changes.Since.Value : from, (unitId,
                changes.Post.IsGiven ? changes.Post.Value : title,
                changes.PostCategory.IsGiven ? changes.PostCategory.Value : category));
            if (changes.LeftOn.IsGiven)
                LeftOn = changes.LeftOn.Value;
        }
    }
}
