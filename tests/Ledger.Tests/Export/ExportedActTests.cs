using System.Reflection;
using System.Text.Json.Nodes;
using Ledger.Commands;
using Ledger.Export;
using Ledger.Shapes;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Export;

/// <summary>What is exported is the command as it was sent, made ids written out: every command of the catalogue, once
/// with every member filled and once with no more than it needs.</summary>
public class ExportedActTests
{
    /// <summary>A cell is never corrected; a task has one source of three.</summary>
    private static readonly string[] NotInThisEvent = ["Changes.UnitId", "Changes.AreaId", "Changes.Level", "FindingId", "PlanId"];

    public static TheoryData<string> Names => [.. LedgerCatalogue.Commands.Entries.Select(e => e.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_command_with_all_its_members_reads_back_as_it_was(string name)
    {
        var (given, command) = FullCommands.All.Single(c => c.Command.GetType().Name == name);
        Missing(command, "").Except(NotInThisEvent).ShouldBeEmpty();

        var again = Again(given.When(command), name);

        Then.Text(again).ShouldBe(Then.Text(command));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_command_with_no_more_than_it_needs_leads_to_the_same_events_again(string name)
    {
        var (given, command) = FullCommands.Sparse.Concat(FullCommands.All.Select(c => (c.Given, Without(c.Command))))
            .First(c => c.Item2.GetType().Name == name);
        var decision = given.When(command);

        var again = Again(decision, name);

        // Ids that were made are written out, so they are made no more.
        given.When(again).Events.Select(Then.Text).ShouldBe(decision.Events.Select(Then.Text));
    }

    [Fact]
    public void An_end_taken_back_a_unit_moved_to_the_top_and_a_member_taken_out_stay_null()
    {
        foreach (var (given, command) in FullCommands.WithNull)
        {
            var again = Again(given.When(command), command.GetType().Name);

            again.ShouldBe(command);
        }
    }

    [Fact]
    public void What_follows_from_a_command_is_not_a_command_of_its_own()
    {
        var (given, command) = FullCommands.All.Single(c => c.Command.GetType().Name == "DissolveUnit");
        var decision = given.When(command);
        decision.Events.Count.ShouldBeGreaterThan(1);

        var again = Again(decision, "DissolveUnit");

        given.When(again).Events.Select(Then.Text).ShouldBe(decision.Events.Select(Then.Text));
    }

    /// <summary>Exported, and read as an import reads it.</summary>
    private static ICommand Again(Decision decision, string name)
    {
        decision.Refusal.ShouldBeNull();
        LedgerCatalogue.Commands.TryFind(name, out var entry).ShouldBeTrue();
        var exported = ExportedAct.DataOf(entry!, decision.Events[0]);
        if (decision.Name is { } person)
            exported.Add("displayName", person.DisplayName);
        var data = JsonNode.Parse(exported.ToJsonString())!.AsObject();
        var again = CommandReader.Bind(entry!, data, new Dictionary<string, string>(), out var malformed);
        malformed.ShouldBeNull();
        return again!;
    }

    /// <summary>The members that hold nothing.</summary>
    private static IEnumerable<string> Missing(object value, string path)
    {
        foreach (var member in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            switch (member.GetValue(value))
            {
                case null or IOptional { IsGiven: false } or System.Collections.ICollection { Count: 0 }:
                    yield return path + member.Name;
                    break;
                case var changes when member.Name == "Changes":
                    foreach (var missing in Missing(changes!, "Changes."))
                        yield return missing;
                    break;
            }
    }

    /// <summary>The same without what has a default.</summary>
    private static ICommand Without(ICommand command)
    {
        var constructor = command.GetType().GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return (ICommand)constructor.Invoke([.. constructor.GetParameters().Select(p =>
            p.HasDefaultValue ? p.DefaultValue : command.GetType().GetProperty(p.Name!)!.GetValue(command))]);
    }
}
