namespace Ledger.Obligations.Rules;

/// <summary>Every rule that a unit can be bound by, as in docs/obligations.md.</summary>
public static class RuleCatalogue
{
    public static IReadOnlyList<ObligationRule> All { get; } =
    [
        .. ResponsibilityRules.All, .. MeetingRules.All, .. TaskRules.All, .. ReportRules.All,
        .. SuperiorRules.All, .. ChannelRules.All,
    ];

    private static readonly Dictionary<RuleCode, ObligationRule> ByCode = All.ToDictionary(r => r.Code);

    public static ObligationRule Of(RuleCode code) => ByCode[code];
}
