using System.Text.Json;
using System.Text.RegularExpressions;
using Ledger.Commands;
using Ledger.Log;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Architecture;

public partial class CatalogueTests
{
    private static readonly Type[] Types = typeof(LedgerCatalogue).Assembly.GetTypes();

    private static readonly Type[] NotOurs =
        [typeof(DateTime), typeof(DateTimeOffset), typeof(Guid), typeof(DateOnly), typeof(TimeOnly), typeof(double), typeof(float)];

    [Fact]
    public void Every_command_is_in_the_catalogue()
    {
        LedgerCatalogue.Commands.Entries.Select(e => e.Type)
            .ShouldBe(Types.Where(t => t.IsClass && typeof(ICommand).IsAssignableFrom(t)), ignoreOrder: true);
    }

    [Fact]
    public void Every_command_is_a_sealed_record()
    {
        LedgerCatalogue.Commands.Entries.Select(e => e.Type).Where(t => !(t.IsSealed && IsRecord(t))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_event_is_a_sealed_record_in_the_catalogue()
    {
        var events = Types.Where(t => t.IsClass && typeof(ILedgerEvent).IsAssignableFrom(t)).ToList();

        LedgerCatalogue.Events.Types.Values.ShouldBe(events, ignoreOrder: true);
        events.Where(t => !(t.IsSealed && IsRecord(t))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_event_is_stored_under_its_name_in_snake_case_with_a_version()
    {
        foreach (var (alias, type) in LedgerCatalogue.Events.Types)
            alias.ShouldMatch($@"\A{JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name)}\.v[1-9]\z");
    }

    [Fact]
    public void Every_table_without_history_has_a_position_in_its_key()
    {
        foreach (var table in LedgerCatalogue.Views.Views.Select(v => v.Table).Where(t => !t.HasHistory))
            table.Shape.Take(table.KeyCount).ShouldContain(c => c.Name == "position", table.Name);
    }

    [Fact]
    public void Every_state_is_in_the_catalogue_under_the_kind_of_its_streams()
    {
        var states = Types.Where(t => t.IsClass && t.GetInterfaces().Any(
            i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IState<>))).ToList();

        states.Count.ShouldBe(23);
        foreach (var state in states)
            LedgerCatalogue.Streams.Of($"{state.GetProperty("Kind")!.GetValue(null)}/x").State.ShouldBe(state);
    }

    [Fact]
    public void No_command_and_no_event_holds_a_clock_time_of_the_framework_a_guid_or_a_fraction()
    {
        var members = LedgerCatalogue.Commands.Entries.Select(e => e.Type).Concat(LedgerCatalogue.Events.Types.Values)
            .SelectMany(t => t.GetProperties()).ToList();

        members.Count.ShouldBeGreaterThan(200);
        members.Where(m => NotOurs.Contains(Nullable.GetUnderlyingType(m.PropertyType) ?? m.PropertyType)).ShouldBeEmpty();
    }

    [Fact]
    public void No_event_holds_a_name_of_a_person()
    {
        LedgerCatalogue.Events.Types.Values.SelectMany(t => t.GetProperties())
            .Where(p => p.Name.Contains("DisplayName", StringComparison.Ordinal) || p.Name.Contains("Phone", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_placeholder_of_a_route_is_a_member_of_its_command()
    {
        foreach (var entry in LedgerCatalogue.Commands.Entries)
            Placeholder().Matches(entry.Route).Select(m => m.Groups[1].Value)
                .ShouldBeSubsetOf(entry.Type.GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)), entry.Route);
    }

    [Fact]
    public void Every_command_has_a_route_of_its_own()
    {
        LedgerCatalogue.Commands.Entries.Select(e => e.Route).ShouldBeUnique();
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
