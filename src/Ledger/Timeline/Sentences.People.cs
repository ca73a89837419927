using Ledger.People;
using static Ledger.Timeline.Phrases;

namespace Ledger.Timeline;

public static partial class Sentences
{
    private static Sentence Say(OfficeHolderRegistered e) => new Sentence(
        $"登记责任人 {e.PersonId}，自{Zh(e.Since)}起任“{e.Post}”（{Terms.Of(e.PostCategory).Zh}）。",
        $"{e.PersonId} was registered in the post “{e.Post}” ({Terms.Of(e.PostCategory).En}), "
        + $"in office from {En(e.Since)}.").RestingOn(e.Basis);

    private static Sentence Say(PostChanged e)
    {
        var units = e.UnitId == e.FromUnitId
            ? new Sentence("", "")
            : new($"由单位 {e.FromUnitId} 调至单位 {e.UnitId}，", $"moving from unit {e.FromUnitId} to unit {e.UnitId}, ");
        return new Sentence(
            $"自{Zh(e.Since)}起，{e.PersonId} {units.Zh}改任“{e.Post}”（{Terms.Of(e.PostCategory).Zh}）。",
            $"{e.PersonId} took the post “{e.Post}” ({Terms.Of(e.PostCategory).En}), {units.En}"
            + $"with effect from {En(e.Since)}.").RestingOn(e.Basis);
    }

    private static Sentence Say(LeftOffice e) => new Sentence(
        $"自{Zh(e.LeftOn)}起，{e.PersonId} 不再任职。",
        $"{e.PersonId} left office; the first day out of office is {En(e.LeftOn)}.")
        .Because(e.Reason).RestingOn(e.Basis);

    private static Sentence Say(OfficeHolderCorrected e)
    {
        var changes = Join([
            e.Changes.Post.If(v => new($"职务改为“{v}”", $"post changed to “{v}”")),
            e.Changes.PostCategory.If(v => new(
                $"职务类别改为{Terms.Of(v).Zh}", $"category of the post changed to {Terms.Of(v).En}")),
            e.Changes.Since.If(v => new($"任该职务的首日改为{Zh(v)}", $"first day in the post changed to {En(v)}")),
            e.Changes.LeftOn.If<NodaTime.LocalDate?>(v => v is { } on
                ? new($"离任首日改为{Zh(on)}", $"first day out of office changed to {En(on)}")
                : new("撤回离任", "the leaving of office was taken back")),
        ]);
        return new Sentence(
            $"更正 {e.PersonId} 的任职登记：{changes.Zh}。",
            $"The record of {e.PersonId} in office was corrected: {changes.En}.").Because(e.Reason);
    }
}
