using System.Globalization;
using Ledger.Areas;
using Ledger.Commands;
using Ledger.Shapes;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Timeline;

/// <summary>What sentences are made of: dates, lists, cells, and the parts that many acts share. The same on every
/// machine, whatever its culture.</summary>
internal static class Phrases
{
    /// <summary>More persons than this are counted, not named: the act itself holds them all.</summary>
    public const int PeopleNamedMax = 12;

    private const int YearDigits = 4;

    private static readonly char[] LineBreaks = ['\r', '\n'];

    private static readonly LocalDatePattern DateZh = LocalDatePattern.CreateWithInvariantCulture("uuuu'年'M'月'd'日'");
    private static readonly LocalDatePattern DateEn = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern MonthEn = LocalDatePattern.CreateWithInvariantCulture("MMMM uuuu");
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Seconds = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    /// <summary>Such as 2025年3月1日.</summary>
    public static string Zh(LocalDate date) => DateZh.Format(date);

    /// <summary>Such as 1 March 2025.</summary>
    public static string En(LocalDate date) => DateEn.Format(date);

    /// <summary>Such as 2025年6月30日15:30; seconds only where there are any.</summary>
    public static string Zh(LocalDateTime at) => Zh(at.Date) + Time(at.TimeOfDay);

    /// <summary>Such as 30 June 2025 at 15:30; seconds only where there are any.</summary>
    public static string En(LocalDateTime at) => $"{En(at.Date)} at {Time(at.TimeOfDay)}";

    /// <summary>A period's code such as 2025年, 2025年上半年, 2025年第1季度, 2025年3月.</summary>
    public static string PeriodZh(string period) => period[..YearDigits] + "年" + period[YearDigits..] switch
    {
        "" => "",
        "-H1" => "上半年",
        "-H2" => "下半年",
        ['-', 'Q', var quarter] => $"第{quarter}季度",
        var month => $"{month.TrimStart('-', '0')}月",
    };

    /// <summary>A period's code such as 2025, the first half of 2025, quarter 3 of 2025, March 2025.</summary>
    public static string PeriodEn(string period) => period[YearDigits..] switch
    {
        "" => period,
        "-H1" => $"the first half of {period[..YearDigits]}",
        "-H2" => $"the second half of {period[..YearDigits]}",
        ['-', 'Q', var quarter] => $"quarter {quarter} of {period[..YearDigits]}",
        _ => MonthEn.Format(Clocks.CalendarPeriod.Of(period).From),
    };

    public static string Zh(IReadOnlyCollection<string> items) => items.Count == 0 ? "无" : string.Join('、', items);

    public static string En(IReadOnlyCollection<string> items) => items.Count switch
    {
        0 => "none",
        1 => items.First(),
        _ => $"{string.Join(", ", items.SkipLast(1))} and {items.Last()}",
    };

    public static Sentence Named(IReadOnlyCollection<string> ids)
    {
        if (ids.Count <= PeopleNamedMax)
            return new(Zh(ids), En(ids));
        var named = ids.Take(PeopleNamedMax).ToList();
        return new(
            $"{Zh(named)}等{Number(ids.Count)}人",
            $"{string.Join(", ", named)} and {Number(ids.Count - PeopleNamedMax)} more");
    }

    public static Sentence Areas(this Words words, IEnumerable<string> areaIds)
    {
        var names = areaIds.Select(words.Area).ToList();
        return new(Zh([.. names.Select(n => $"“{n.Zh}”")]), En([.. names.Select(n => n.En)]));
    }

    /// <summary>An area at a level, such as “理论学习”第一责任人 and Theory study (first-responsible).</summary>
    public static Sentence Cell(this Words words, string areaId, Level level)
    {
        var area = words.Area(areaId);
        return new($"“{area.Zh}”{words.Labels.Of(level)}", $"{area.En} ({Terms.En(level)})");
    }

    /// <summary>What a correction changed, one part for each member that it names.</summary>
    public static Sentence Join(IEnumerable<Sentence?> changes)
    {
        var given = changes.OfType<Sentence>().ToList();
        return new(string.Join('；', given.Select(c => c.Zh)), string.Join("; ", given.Select(c => c.En)));
    }

    /// <summary>What is said of a member that a correction names; null for one that it leaves as it was.</summary>
    public static Sentence? If<T>(this Optional<T> change, Func<T, Sentence> says) =>
        change.IsGiven ? says(change.Value) : null;

    /// <summary>Adds why, when a reason was given.</summary>
    public static Sentence Because(this Sentence act, string? reason) => reason is null
        ? act
        : new($"{act.Zh}事由：{Open(reason)}。", $"{act.En} Reason: {Open(reason)}.");

    /// <summary>Adds the dissolved unit that caused it, and why that was.</summary>
    public static Sentence Because(this Sentence act, string reason, string? dissolvedUnitId) => dissolvedUnitId is null
        ? act.Because(reason)
        : new Sentence(
            $"{act.Zh}起因：单位 {dissolvedUnitId} 撤销。",
            $"{act.En} Cause: unit {dissolvedUnitId} was dissolved.")
            .Because(reason);

    /// <summary>Adds the document that the act rests on, when one was given.</summary>
    public static Sentence RestingOn(this Sentence act, Basis? basis) => basis is null
        ? act
        : new($"{act.Zh}依据：{Cited(basis).Zh}。", $"{act.En} Basis: {Cited(basis).En}.");

    /// <summary>Adds whose days were taken.</summary>
    public static Sentence Displacing(this Sentence act, IReadOnlyList<Displaced>? displaced) => displaced is null or []
        ? act
        : new(
            $"{act.Zh}受影响的原分工：{Zh([.. displaced.Select(d =>
                $"{d.PersonId}（分工 {d.AssignmentId}，自{Zh(d.EffectiveFrom)}起）")])}。",
            $"{act.En} Displaced: {En([.. displaced.Select(d =>
                $"{d.PersonId} (assignment {d.AssignmentId}, since {En(d.EffectiveFrom)})")])}.");

    /// <summary>A basis as it is cited: its text, then its title, number and date so far as the text does not say
    /// them already.</summary>
    public static Sentence Cited(Basis basis)
    {
        var text = Open(basis.Text);
        var title = basis.Title is { } t && !text.Contains(t, StringComparison.Ordinal) ? t : null;
        var number = basis.Number is { } n && !text.Contains(n, StringComparison.Ordinal) ? n : null;
        var zh = new[] { title is null ? null : $"《{title}》", number, basis.Date is { } on ? Zh(on) : null };
        var en = new[] { title is null ? null : $"“{title}”", number, basis.Date is { } dated ? En(dated) : null };
        return zh.All(part => part is null)
            ? new(text, text)
            : new(
                $"{text}（{string.Join('，', zh.OfType<string>())}）",
                $"{text} ({string.Join(", ", en.OfType<string>())})");
    }

    /// <summary>A free text on one line and without its full stop, so that the sentence can go on after it.</summary>
    public static string Open(string text) =>
        string.Join(' ', text.Split(LineBreaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .TrimEnd('。', '.');

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Time(LocalTime time) => (time.Second == 0 ? Minutes : Seconds).Format(time);
}
