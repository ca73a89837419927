using Ledger.Log;
using Ledger.People;
using NodaTime;

namespace Ledger.BecameEffective;

/// <summary>A post takes effect on its first day when its holder is in office then; a leaving, when its holder was in
/// office until the day before.</summary>
internal static class PersonEffects
{
    public static IEnumerable<Effect> On(LocalDate day, IReadOnlyList<Recorded> known)
    {
        var person = OfficeHolder.Empty;
        // One for each entry of the person's posts.
        List<Dating<ILedgerEvent>> posts = [];
        Dating<LeftOffice>? left = null;
        foreach (var recorded in known)
        {
            switch (recorded.Data)
            {
                case OfficeHolderRegistered or PostChanged:
                    posts.Add(new(recorded.Position, recorded.Data));
                    break;
                case LeftOffice e:
                    left = new(recorded.Position, e);
                    break;
                case OfficeHolderCorrected e:
                    if (e.Changes.Since.IsGiven)
                    {
                        var meant = IndexOf(person, e.PostSince ?? person.Posts.Entries[^1].From);
                        posts[meant] = posts[meant].MovedBy(recorded);
                    }

                    if (e.Changes.LeftOn.IsGiven)
                        left = left!.MovedBy(recorded);
                    break;
            }

            person = person.Apply(recorded);
        }

        if (person.LeftOn == day && person.InOfficeOn(day.PlusDays(-1)))
            yield return new(left!.Position, left.Act with { LeftOn = day }, [person.PersonId]);
        if (person.InOfficeOn(day) && IndexOf(person, day) is >= 0 and var post)
            yield return new(
                posts[post].Position, AsKnown(posts[post].Act, person.Posts.Entries[post].Value, day), [person.PersonId]);
    }

    /// <summary>The entry that holds from the day on: of several, the one recorded last.</summary>
    private static int IndexOf(OfficeHolder person, LocalDate from)
    {
        for (var i = person.Posts.Entries.Count - 1; i >= 0; i--)
            if (person.Posts.Entries[i].From == from)
                return i;
        return -1;
    }

    private static ILedgerEvent AsKnown(ILedgerEvent act, Post post, LocalDate since) => act switch
    {
        OfficeHolderRegistered e => e with { Post = post.Title, PostCategory = post.Category, Since = since },
        PostChanged e => e with { Post = post.Title, PostCategory = post.Category, Since = since },
        _ => act,
    };
}
