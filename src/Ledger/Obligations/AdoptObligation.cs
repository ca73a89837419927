using Ledger.Clocks;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Meetings;
using Ledger.Obligations.Rules;
using Ledger.Reports;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Obligations;

/// <summary>Puts a rule in force for units: from a day on they owe what it says.</summary>
/// <param name="UnitIds">Units that exist on that day, each once.</param>
/// <param name="EffectiveFrom">First day of the obligation, a date of the tenant's zone; it may lie ahead.</param>
/// <param name="Parameters">How often, how soon, how many: what the rule leaves to those who adopt it.</param>
/// <param name="ObligationId">The caller's slug; left out, the ledger makes one.</param>
public sealed record AdoptObligation(
    RuleCode RuleCode, [Id] IReadOnlyList<string> UnitIds, LocalDate EffectiveFrom, RuleParameters Parameters,
    [Id] string? ObligationId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Obligation, ObligationId);
        var units = UnitIds.Select(id => known.UnitRefusal(id, EffectiveFrom, "unitIds", "effectiveFrom"))
            .ToList().FirstOrDefault(r => r is not null);
        if (exists)
            return Refusal.Exists(IdKind.Obligation, ObligationId!, "obligationId");
        if (UnitIds.Count == 0)
            return new Refusal("no-unit-bound", "unitIds");
        if ((units ?? Refusal.ListedTwice(UnitIds, "unitIds") ?? Unfit()
            ?? Refusal.ListedTwice(Parameters.Holidays ?? [], "parameters.holidays")) is { } refusal)
            return refusal;
        var id = ObligationId ?? known.NewId();
        return Decision.Create(id, new ObligationAdopted(id, RuleCode, UnitIds, EffectiveFrom, Parameters, Basis));
    }

    private Refusal? Unfit()
    {
        var rule = RuleCatalogue.Of(RuleCode);
        if (RuleValues.Broken(rule, Parameters) is var (name, broken))
            return new("rule-parameter", $"parameters.{name}", new { RuleCode, rule = broken.Code, zh = broken.Zh, en = broken.En });
        if (rule.Parameters.All(p => p.Name != "reportKind"))
            return null;
        var values = RuleValues.Of(rule, Parameters);
        var kind = values.Code<ReportKind>("reportKind");
        return SubmitReport.Fits(kind, CalendarPeriod.Of(values.Text("period")))
            ? null : new("period-does-not-fit", "parameters.period", new { kind });
    }
}

/// <summary>What a rule leaves to those who adopt it; each rule takes some of these.</summary>
/// <param name="MeetingKind">The kind of meeting that is owed.</param>
/// <param name="ReportKind">The kind of report that is owed.</param>
/// <param name="Period">A cadence (<c>month</c>, <c>quarter</c>, <c>half-year</c>, <c>year</c>) or one period
/// (<c>2025-H1</c>).</param>
/// <param name="Minimum">How many at least.</param>
/// <param name="WithinDays">How many days later at most.</param>
/// <param name="WithinDaysBefore">How many days before at most.</param>
/// <param name="DueOn">The last day in time, a date of the tenant's zone.</param>
/// <param name="Holidays">First days of holidays, dates of the tenant's zone, each once.</param>
/// <param name="Study">How many study sessions at least.</param>
/// <param name="Lecture">How many lectures at least.</param>
/// <param name="GraceDays">How many days after its start a unit is let off.</param>
/// <param name="OverDays">How many days late before something follows.</param>
/// <param name="IdleDays">How many days without use.</param>
/// <param name="Years">Over how many years.</param>
/// <param name="Purpose">Of the leading group that is owed.</param>
/// <param name="ReceivedOn">When the document came, a date of the tenant's zone.</param>
/// <param name="Document">The document that is passed on.</param>
/// <param name="AreaId">The area of the check that is looked for.</param>
/// <param name="Figure">The report's figure that is looked for, by name.</param>
/// <param name="NextFigure">A second one.</param>
public sealed record RuleParameters(
    MeetingKind? MeetingKind = null, ReportKind? ReportKind = null, [Id] string? Period = null, int? Minimum = null,
    int? WithinDays = null, int? WithinDaysBefore = null, LocalDate? DueOn = null, IReadOnlyList<LocalDate>? Holidays = null,
    int? Study = null, int? Lecture = null, int? GraceDays = null, int? OverDays = null, int? IdleDays = null, int? Years = null,
    [Title] string? Purpose = null, LocalDate? ReceivedOn = null, [Title] string? Document = null, [Id] string? AreaId = null,
    [Id] string? Figure = null, [Id] string? NextFigure = null);

/// <summary>Units owe what a rule says from <paramref name="EffectiveFrom"/> on (inclusive). Stored as
/// obligation_adopted.v1.</summary>
public sealed record ObligationAdopted(
    string ObligationId, RuleCode RuleCode, IReadOnlyList<string> UnitIds, LocalDate EffectiveFrom, RuleParameters Parameters,
    Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Obligation.Stream(ObligationId);

    IEnumerable<string> ILedgerEvent.UnitIds => UnitIds;

    LocalDate? ILedgerEvent.EffectiveOn => EffectiveFrom;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Obligation, ObligationId)];
}
