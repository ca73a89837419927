namespace Ledger.IntegrationTests.Commands;

public sealed partial class RefusalTests
{
    private static Case[] FurtherCases =>
    [
        // Plans
        new("listed-twice", "areaIds", Plan("""["training","training"]"""), """{"value":"training"}"""),
        new("unit-not-in-existence", "adoptedOn", Plan(on: "2023-12-31"), """{"unitId":"planning"}"""),
        new("date-in-the-future", "adoptedOn", Plan(on: "2199-12-31")),

        // Openness
        new("channel-of-another-unit", "channelId", Publicise(unit: "housing", channel: "chn-1"), """{"unitId":"planning"}"""),
        new("already-retired", "channelId", Publicise(channel: "chn-2", on: "2025-09-24"), """{"retiredOn":"2025-09-24"}"""),
        new("unit-not-in-existence", "publishedOn", Publicise(on: "2023-12-31"), """{"unitId":"planning"}"""),
        new("date-in-the-future", "publishedOn", Publicise(on: "2199-12-31")),
        new("date-too-early", "publishedOn", Publicise(on: "2025-04-09"), """{"earliest":"2025-04-10"}"""),
    ];

    private static string Plan(string areas = "[]", string on = "2025-01-20") => $$"""
        /api/plans {"planId":"l-0","unitId":"planning","title":"计划","period":"2025","adoptedOn":"{{on}}","areaIds":{{areas}}}
        """;

    private static string Publicise(string unit = "planning", string on = "2025-04-18", string? channel = null) => $$"""
        /api/openness-records {"recordId":"q-0","unitId":"{{unit}}","kind":"project","title":"公示","decidedOn":"2025-04-10","publishedOn":"{{on}}"{{(channel is null ? "" : $",\"channelId\":\"{channel}\"")}}}
        """;
}
