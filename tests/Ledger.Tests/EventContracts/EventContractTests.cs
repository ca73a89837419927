using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.Shapes;
using Shouldly;
using Xunit;

namespace Ledger.Tests.EventContracts;

/// <summary>Each file here is an event as a release has stored it, with every member filled. A file is never changed:
/// what is stored has to be read for ever.</summary>
public class EventContractTests
{
    private static readonly JsonSerializerOptions Indented = new(LedgerJson.Options) { WriteIndented = true, NewLine = "\n" };

    public static TheoryData<string> Aliases => [.. LedgerCatalogue.Events.Types.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_event_has_a_file_and_no_file_is_left_over()
    {
        var files = Directory.GetFiles(Repository.PathOf("tests", "Ledger.Tests", "EventContracts"), "*.json")
            .Select(Path.GetFileNameWithoutExtension);

        files.ShouldBe(LedgerCatalogue.Events.Types.Keys, ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Aliases))]
    public void An_event_recorded_by_an_earlier_release_reads_back_whole(string alias)
    {
        var recorded = Recorded(alias);

        var read = JsonSerializer.Deserialize(recorded, LedgerCatalogue.Events.TypeOf(alias), LedgerJson.Options);

        JsonSerializer.Serialize(read, LedgerCatalogue.Events.TypeOf(alias), Indented).ShouldBe(recorded);
    }

    [Theory, MemberData(nameof(Aliases))]
    public void The_file_fills_every_member(string alias)
    {
        var missing = Missing(LedgerCatalogue.Events.TypeOf(alias), JsonNode.Parse(Recorded(alias)), "");

        missing.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Aliases))]
    public void An_event_without_what_may_be_left_out_reads_back_whole(string alias)
    {
        var type = LedgerCatalogue.Events.TypeOf(alias);
        var sparse = JsonNode.Parse(Recorded(alias))!;
        LeaveOut(type, sparse);
        var recorded = sparse.ToJsonString(Indented);

        var read = JsonSerializer.Deserialize(recorded, type, LedgerJson.Options);

        JsonSerializer.Serialize(read, type, Indented).ShouldBe(recorded);
    }

    [Fact]
    public void A_member_taken_out_of_a_group_is_stored_as_null_and_not_left_out()
    {
        var text = Then.Text(new GroupMemberChanged("group-1", "office", "li", null, new(2025, 3, 1)));

        text.ShouldBe("""{"groupId":"group-1","unitId":"office","personId":"li","role":null,"effectiveFrom":"2025-03-01"}""");
    }

    [Fact]
    public void An_end_taken_back_is_stored_as_null_and_what_is_not_corrected_is_left_out()
    {
        var text = Then.Text(new Ledger.Assignments.AssignmentChanges(EndsOn: (NodaTime.LocalDate?)null));

        text.ShouldBe("""{"endsOn":null}""");
        var read = JsonSerializer.Deserialize<Ledger.Assignments.AssignmentChanges>(text, LedgerJson.Options);
        read.ShouldBe(new(EndsOn: (NodaTime.LocalDate?)null));
    }

    private static string Recorded(string alias) =>
        File.ReadAllText(Repository.PathOf("tests", "Ledger.Tests", "EventContracts", $"{alias}.json")).TrimEnd('\n');

    private static IEnumerable<string> Missing(Type type, JsonNode? node, string path)
    {
        type = Inner(type);
        if (node is JsonArray list)
            return list.Count == 0 ? [path] : list.SelectMany(item => Missing(type.GetGenericArguments()[0], item, path));
        if (node is not JsonObject json)
            return [];
        return LedgerJson.Options.GetTypeInfo(type).Properties.SelectMany(member => json.ContainsKey(member.Name)
            ? Missing(member.PropertyType, json[member.Name], $"{path}/{member.Name}")
            : [$"{path}/{member.Name}"]);
    }

    /// <summary>Removes what is null or absent in the sparsest event of a type; a null that must be said is said.</summary>
    private static void LeaveOut(Type type, JsonNode node)
    {
        if (node is not JsonObject json)
            return;
        if (Inner(type).IsInterface)
            return; // Figures by name: none of them has a place of its own.
        var nullability = new NullabilityInfoContext();
        foreach (var parameter in Inner(type).GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (typeof(ILedgerEvent).IsAssignableFrom(type) && parameter is { Name: "Role" })
                json[name] = null;
            else if (parameter.HasDefaultValue || nullability.Create(parameter).WriteState == NullabilityState.Nullable)
                json.Remove(name);
            else if (json[name] is { } member)
                LeaveOut(parameter.ParameterType, member);
        }
    }

    /// <summary>The type inside <c>Optional</c> and <c>Nullable</c>.</summary>
    private static Type Inner(Type type) => type.IsGenericType && !type.IsInterface ? Inner(type.GetGenericArguments()[0]) : type;
}
