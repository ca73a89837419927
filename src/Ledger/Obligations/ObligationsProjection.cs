using System.Text.Json;
using Ledger.Obligations.Rules;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Obligations;

/// <summary>Rules in force as rows, one for each unit that a rule binds and one document for all of them.</summary>
public static class ObligationsProjection
{
    public const string Name = "obligations";

    public static readonly Table<ObligationRow> Table = new("obligation", 1, true,
        Column.Text<ObligationRow>("obligation_id", r => r.ObligationId),
        Column.Text<ObligationRow>("rule_code", r => Codes.Of(r.RuleCode)),
        Column.Date<ObligationRow>("effective_from", r => r.EffectiveFrom),
        Column.Json<ObligationRow>("document", r => r.Document));

    public static readonly Table<BoundUnitRow> Units = new("obligation_unit", 2, true,
        Column.Text<BoundUnitRow>("obligation_id", r => r.ObligationId),
        Column.Text<BoundUnitRow>("unit_id", r => r.UnitId));

    public static IEnumerable<ObligationRow> Rows(Obligation o)
    {
        if (o.Version == 0)
            yield break;
        var document = new ObligationDocument(
            o.ObligationId, o.RuleCode, o.UnitIds, o.EffectiveFrom, o.EndsOn, o.Parameters, o.Basis, o.Version);
        yield return new(o.ObligationId, o.RuleCode, o.EffectiveFrom, JsonSerializer.Serialize(document, LedgerJson.Options));
    }

    public static IEnumerable<BoundUnitRow> UnitRows(Obligation o) => o.UnitIds.Select(u => new BoundUnitRow(o.ObligationId, u));
}

/// <summary>A rule in force as readers see it.</summary>
public sealed record ObligationRow(string ObligationId, RuleCode RuleCode, LocalDate EffectiveFrom, string Document);

/// <summary>A unit that a rule binds.</summary>
public sealed record BoundUnitRow(string ObligationId, string UnitId);

/// <summary>A rule in force for units.</summary>
/// <param name="EffectiveFrom">First day of the obligation, a date of the tenant's zone.</param>
/// <param name="EndsOn">First day without it; left out while it goes on. On the first day: it never bound anybody.</param>
public sealed record ObligationDocument(
    string ObligationId, RuleCode RuleCode, IReadOnlyList<string> UnitIds, LocalDate EffectiveFrom, LocalDate? EndsOn,
    RuleParameters Parameters, Basis? Basis, long Version)
{
    internal DaySpan Days => new(EffectiveFrom, EndsOn ?? LocalDate.MaxIsoValue);
}
