using System.Text.Json.Serialization;

namespace Ledger.Reports;

/// <summary>The kinds of plan and report. A report of what people think is none of them.</summary>
public enum ReportKind
{
    [JsonStringEnumMemberName("annual-plan")] AnnualPlan,
    [JsonStringEnumMemberName("half-year-summary")] HalfYearSummary,
    [JsonStringEnumMemberName("annual-summary")] AnnualSummary,
    [JsonStringEnumMemberName("duty-report")] DutyReport,
    [JsonStringEnumMemberName("information")] Information,
}
