using Ledger.Log;
using Ledger.Plans;

namespace Ledger.Tests.Timeline;

/// <summary>The examples of what the further systems record.</summary>
public sealed partial class SentencesTests
{
    private static IEnumerable<(ILedgerEvent Data, string Zh, string En)> Further() =>
    [
        (new PlanAdopted("pln-1", "planning", "培训工作计划", "2025", June20, ["training"], Order),
            "2025年6月20日，单位 planning 通过计划“培训工作计划”（pln-1，2025年）。责任领域：“队伍培训”。依据：示例市发〔2025〕1号。",
            "Unit planning adopted the plan “培训工作计划” (pln-1) for 2025 on 20 June 2025. Areas: Training. Basis: 示例市发〔2025〕1号."),
    ];
}
