using Ledger.Areas;
using Ledger.Units;
using static Ledger.Timeline.Phrases;

namespace Ledger.Timeline;

public static partial class Sentences
{
    private static Sentence Say(AreaDefined e) => new Sentence(
        $"责任领域目录新增“{e.NameZh}”（{e.AreaId}）。",
        $"{e.NameEn} ({e.AreaId}) was added to the areas of responsibility.").RestingOn(e.Basis);

    private static Sentence Say(UnitRegistered e, Words words)
    {
        // It stands in the parent's timeline too, whose labels are not the unit's.
        var required = Required(e.RequiredCells, words with { Labels = e.LevelLabels });
        var below = e.ParentId is null ? new("为顶层单位", "at the top") : Below(e.ParentId);
        return new Sentence(
            $"登记单位“{e.NameZh}”（{e.UnitId}），自{Zh(e.EffectiveFrom)}起设立，{below.Zh}。必设责任单元：{required.Zh}。",
            $"Unit {e.NameEn} ({e.UnitId}) was registered, in existence from {En(e.EffectiveFrom)}, {below.En}. "
            + $"Required cells: {required.En}.").RestingOn(e.Basis);

        static Sentence Below(string parentId) => new($"隶属单位 {parentId}", $"below unit {parentId}");
    }

    private static Sentence Say(UnitRenamed e) => new Sentence(
        $"自{Zh(e.EffectiveFrom)}起，单位 {e.UnitId} 更名为“{e.NameZh}”。",
        $"Unit {e.UnitId} was renamed {e.NameEn} with effect from {En(e.EffectiveFrom)}.").RestingOn(e.Basis);

    private static Sentence Say(UnitMoved e)
    {
        var (from, to) = (Place(e.FromParentId), Place(e.ParentId));
        return new Sentence(
            $"自{Zh(e.EffectiveFrom)}起，单位 {e.UnitId} 由{from.Zh}移至{to.Zh}。",
            $"Unit {e.UnitId} was moved from {from.En} to {to.En} with effect from {En(e.EffectiveFrom)}.")
            .RestingOn(e.Basis);

        static Sentence Place(string? parentId) => parentId is null
            ? new("顶层", "the top")
            : new($"单位 {parentId} 之下", $"below unit {parentId}");
    }

    private static Sentence Say(RequiredCellsChanged e, Words words)
    {
        var required = Required(e.RequiredCells, words);
        return new Sentence(
            $"自{Zh(e.EffectiveFrom)}起，单位 {e.UnitId} 的必设责任单元为：{required.Zh}。",
            $"The required cells of unit {e.UnitId} were set with effect from {En(e.EffectiveFrom)}: {required.En}.")
            .RestingOn(e.Basis);
    }

    private static Sentence Say(UnitDissolved e) => new Sentence(
        $"自{Zh(e.DissolvedOn)}起，单位 {e.UnitId} 撤销。",
        $"Unit {e.UnitId} was dissolved with effect from {En(e.DissolvedOn)}.").Because(e.Reason).RestingOn(e.Basis);

    private static Sentence Say(UnitCorrected e)
    {
        var changes = Join([
            e.Changes.NameZh.If(v => new($"中文名称改为“{v}”", $"Chinese name changed to “{v}”")),
            e.Changes.NameEn.If(v => new($"英文名称改为“{v}”", $"English name changed to “{v}”")),
            e.Changes.EffectiveFrom.If(v => new($"设立日期改为{Zh(v)}", $"first day of existence changed to {En(v)}")),
            e.Changes.LevelLabels.If(v => new(
                $"三级责任人的称谓改为“{v.First}”、“{v.Leading}”、“{v.Direct}”",
                $"names of the levels changed to “{v.First}” ({Terms.En(Level.First)}), “{v.Leading}” "
                + $"({Terms.En(Level.Leading)}) and “{v.Direct}” ({Terms.En(Level.Direct)})")),
        ]);
        return new Sentence(
            $"更正单位 {e.UnitId} 的登记：{changes.Zh}。",
            $"The record of unit {e.UnitId} was corrected: {changes.En}.").Because(e.Reason);
    }

    /// <summary>Cells by area, in the order in which they were listed.</summary>
    private static Sentence Required(IReadOnlyList<RequiredCell> cells, Words words)
    {
        var areas = cells.GroupBy(c => c.AreaId, c => c.Level)
            .Select(g => (Area: words.Area(g.Key), Levels: g)).ToList();
        return areas.Count == 0 ? new("无", "none") : new(
            string.Join('；', areas.Select(a => $"“{a.Area.Zh}”{Zh([.. a.Levels.Select(words.Labels.Of)])}")),
            string.Join("; ", areas.Select(a => $"{a.Area.En} ({string.Join(", ", a.Levels.Select(Terms.En))})")));
    }
}
