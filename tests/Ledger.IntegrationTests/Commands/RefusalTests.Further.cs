namespace Ledger.IntegrationTests.Commands;

public sealed partial class RefusalTests
{
    private static Case[] FurtherCases =>
    [
        // Plans
        new("listed-twice", "areaIds", Plan("""["training","training"]"""), """{"value":"training"}"""),
        new("unit-not-in-existence", "adoptedOn", Plan(on: "2023-12-31"), """{"unitId":"planning"}"""),
        new("date-in-the-future", "adoptedOn", Plan(on: "2199-12-31")),
    ];

    private static string Plan(string areas = "[]", string on = "2025-01-20") => $$"""
        /api/plans {"planId":"l-0","unitId":"planning","title":"计划","period":"2025","adoptedOn":"{{on}}","areaIds":{{areas}}}
        """;
}
