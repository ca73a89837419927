using System.Reflection;
using System.Text.RegularExpressions;
using Ledger.LeadingGroups;
using Ledger.Meetings;
using Ledger.People;
using Ledger.Reports;
using Ledger.Shapes;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Architecture;

/// <summary>
/// Ledger records duties of office-holders and the unit's own papers, channels and releases. Nothing that watches, scores or
/// keeps what private people think, say or post has a place in it: closed lists say what there is, and a walk over the
/// catalogue finds a member that would hold more.
/// </summary>
public partial class KeptOutTests
{
    [Fact]
    public void Lists_of_what_can_be_recorded_are_closed()
    {
        Codes.All<ReportKind>().ShouldBe(["annual-plan", "half-year-summary", "annual-summary", "duty-report", "information"]);
        Codes.All<AgendaKind>().ShouldBe(
            ["pass-on", "hear-reports", "arrange", "study", "lecture", "reminder", "all-staff", "review", "decide"]);
        Codes.All<MeetingKind>().ShouldBe(
            ["special", "regular", "study", "lecture", "all-staff", "committee", "reminder", "members"]);
        Codes.All<GroupRole>().ShouldBe(["head", "deputy", "member"]);
        Codes.All<PostCategory>().ShouldBe(
            ["head", "leader-in-charge", "department-head", "section-head", "party-affairs", "staff"]);
    }

    [Fact]
    public void No_command_event_or_rule_has_a_member_for_what_people_think_say_or_post()
    {
        var walked = Members().ToList();

        walked.Count.ShouldBeGreaterThan(300);
        walked.Where(m => KeptOut().IsMatch(m)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Talks.HeldTalk.moodOfEmployee"), InlineData("Channels.ChannelRecorded.memberIds"), InlineData("Reports.postUrl")]
    [InlineData("People.OfficeHolderRegistered.religion"), InlineData("Assessments.score"), InlineData("Reviews.votes")]
    public void The_walk_would_find_one(string member) => KeptOut().IsMatch(member).ShouldBeTrue();

    /// <summary>Every command and event with its members and theirs, by name.</summary>
    private static IEnumerable<string> Members()
    {
        var seen = new HashSet<Type>();
        var types = new Queue<Type>(LedgerCatalogue.Commands.Entries.Select(c => c.Type).Concat(LedgerCatalogue.Events.Types.Values));
        while (types.TryDequeue(out var type))
        {
            if (!seen.Add(type))
                continue;
            yield return type.Name;
            foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                yield return $"{type.Name}.{member.Name}";
                foreach (var inner in member.PropertyType.GetGenericArguments().Append(member.PropertyType)
                    .Where(t => t.Namespace?.StartsWith(nameof(Ledger), StringComparison.Ordinal) == true && !t.IsEnum))
                    types.Enqueue(inner);
            }
        }
    }

    [GeneratedRegex(
        "opinion|sentiment|mood|belief|religio|attitude|thought|ideolog|(?<!re)view(s|ed)?$|emotion|loyal|score|rating|vote|points|heat"
        + "|url|link|comment|message|memberIds|memberNames|monitor|watch|surveil|suspicio|lead(s)?$|rumou?r|accountName|phone|idNumber",
        RegexOptions.IgnoreCase)]
    private static partial Regex KeptOut();
}
