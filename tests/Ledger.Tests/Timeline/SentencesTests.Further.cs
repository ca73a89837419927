using Ledger.Log;
using Ledger.Openness;
using Ledger.Plans;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Timeline;

/// <summary>The examples of what the further systems record.</summary>
public sealed partial class SentencesTests
{
    private static IEnumerable<(ILedgerEvent Data, string Zh, string En)> Further() =>
    [
        (new PlanAdopted("pln-1", "planning", "培训工作计划", "2025", June20, ["training"], Order),
            "2025年6月20日，单位 planning 通过计划“培训工作计划”（pln-1，2025年）。责任领域：“队伍培训”。依据：示例市发〔2025〕1号。",
            "Unit planning adopted the plan “培训工作计划” (pln-1) for 2025 on 20 June 2025. Areas: Training. Basis: 示例市发〔2025〕1号."),
        (new RecordPublished("rec-1", "planning", OpennessKind.Accounts, "上半年决算", March1, June20, "chn-1"),
            "2025年6月20日，单位 planning 公开财务收支“上半年决算”（rec-1，2025年3月1日决定），经阵地 chn-1。",
            "Unit planning made public on 20 June 2025 through channel chn-1 the accounts “上半年决算” (rec-1), decided on 1 March 2025."),
    ];

    [Fact]
    public void Codes_of_the_lists_of_the_further_systems_read_as_words()
    {
        foreach (var kind in Enum.GetValues<OpennessKind>())
            Of(new RecordPublished("r", "u", kind, "公示", March1, June20)).Zh.ShouldNotMatch("[A-Za-z]{2,}");
    }
}
