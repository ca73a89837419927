using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Architecture;

/// <summary>Readers → projections → events ← write slices, and nothing the other way round.</summary>
public partial class DependencyTests
{
    private static readonly string[] Capabilities =
    [
        "Units", "People", "Areas", "Assignments", "LeadingGroups", "Meetings", "Tasks", "Obligations", "Inspections", "Notifications",
        "Accountability", "Assessments", "Reports", "Channels", "Releases", "PublicationReview", "Plans", "Openness", "Incidents", "Trainings",
        "CivicActivities",
    ];

    /// <summary>The files of decisions and of the states that they look at.</summary>
    private static readonly (string Path, string[] Lines)[] WriteSide = [.. Repository.Sources()
        .Where(f => Capabilities.Any(c => f.Path.StartsWith($"src/Ledger/{c}/", StringComparison.Ordinal)) && !IsReadSide(f.Path))];

    [Fact]
    public void The_write_side_is_looked_at()
    {
        WriteSide.Length.ShouldBeGreaterThan(35);
        foreach (var capability in Capabilities)
            WriteSide.ShouldContain(f => f.Path.StartsWith($"src/Ledger/{capability}/", StringComparison.Ordinal), capability);
    }

    [Fact]
    public void A_write_slice_uses_no_view_no_reader_no_store_and_no_route()
    {
        Offences(WriteSide, ReadSide()).ShouldBeEmpty();
    }

    [Fact]
    public void A_projection_uses_no_reader_no_store_and_no_route()
    {
        var projections = Repository.Sources().Where(f => f.Path.EndsWith("Projection.cs", StringComparison.Ordinal)).ToList();

        projections.Count.ShouldBeGreaterThan(7);
        Offences(projections, NotOfProjections()).ShouldBeEmpty();
    }

    [Fact]
    public void A_decision_knows_no_clock_no_chance_and_no_waiting()
    {
        Offences(WriteSide, ClockOrChance()).ShouldBeEmpty();
    }

    [Fact]
    public void A_slice_catches_nothing()
    {
        Offences(WriteSide, Catch()).ShouldBeEmpty();
    }

    [Fact]
    public void No_capability_calls_a_slice_of_another()
    {
        var commands = LedgerCatalogue.Commands.Entries.Select(e => e.Type).ToList();

        foreach (var (path, lines) in WriteSide)
        {
            var capability = path.Split('/')[2];
            var others = commands.Where(c => c.Namespace != $"Ledger.{capability}").Select(c => c.Name);
            Offences([(path, lines)], new Regex($@"\bnew ({string.Join('|', others)})\(")).ShouldBeEmpty();
        }
    }

    [Fact]
    public void What_is_shared_uses_no_capability()
    {
        var shared = Repository.Sources().Where(f => f.Path.StartsWith("src/Ledger/Log/", StringComparison.Ordinal)
            || f.Path.StartsWith("src/Ledger/Clocks/", StringComparison.Ordinal) || f.Path.StartsWith("src/Ledger/Shapes/", StringComparison.Ordinal)
            || f.Path.StartsWith("src/Ledger/Views/", StringComparison.Ordinal) || f.Path.StartsWith("src/Ledger/Commands/", StringComparison.Ordinal));

        Offences(shared, new Regex($@"\bLedger\.({string.Join('|', Capabilities)}|Matrix|Timeline|Duties|Dashboard)\b")).ShouldBeEmpty();
    }

    private static bool IsReadSide(string path)
    {
        var name = Path.GetFileName(path);
        return name.EndsWith("Projection.cs", StringComparison.Ordinal) || name.StartsWith("Get", StringComparison.Ordinal)
            || name is "UnitScope.cs" or "LedgerFigures.cs";
    }

    private static IEnumerable<string> Offences(IEnumerable<(string Path, string[] Lines)> files, Regex forbidden) =>
        from file in files
        from line in file.Lines.Index()
        where forbidden.IsMatch(line.Item) && !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal)
        select $"{file.Path}:{line.Index + 1} {line.Item.Trim()}";

    [GeneratedRegex(
        @"\bLedger\.(Reads|Views|Matrix|Timeline|Duties|Dashboard|Import|Store|Http|Health|Access)\b"
        + @"|\b(Reads|Views|Matrix|Timeline|Duties|Dashboard|Import|Store|Http|Health)\.[A-Z]|\b(Npgsql|Marten|Wolverine|Microsoft\.AspNetCore)\b")]
    private static partial Regex ReadSide();

    [GeneratedRegex(
        @"\bLedger\.(Reads|Duties|Dashboard|Import|Store|Http|Health|Access)\b|\b(Npgsql|Marten|Wolverine|Microsoft\.AspNetCore)\b"
        + "|IClock|SystemClock|Guid")]
    private static partial Regex NotOfProjections();

    [GeneratedRegex(@"\b(IClock|SystemClock|TimeProvider|DateTime(Offset)?|Stopwatch|Guid|Random|RandomNumberGenerator|Environment"
        + @"|async|await|HttpClient|File|Console)\b(?! Rule)")]
    private static partial Regex ClockOrChance();

    [GeneratedRegex(@"\bcatch\b")]
    private static partial Regex Catch();
}
