using Ledger.Commands;
using Ledger.Http;

namespace Ledger.Import;

/// <summary>What became of the lines of an import.</summary>
/// <param name="Taken">Lines recorded by this run.</param>
/// <param name="Known">Lines that an earlier run took.</param>
/// <param name="Refused">Lines that were not recorded, with the reason.</param>
/// <param name="NotSupported">Lines left out, by command, because this release does not have it: none, since it has every
/// command of the contract.</param>
/// <param name="Position">The tenant's last position after the run.</param>
public sealed record ImportResult(
    int Taken, int Known, IReadOnlyList<RefusedLine> Refused, IReadOnlyDictionary<string, int> NotSupported, long Position)
{
    /// <summary>False when refused lines kept the import, or its last chunk, from being recorded.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Recorded { get; init; }

    /// <summary>Set when the import stopped and the tenant still belongs to it.</summary>
    public Unfinished? Unfinished { get; init; }
}

/// <summary>An import in chunks that stopped on its way: the tenant belongs to it until it goes on or is given up.</summary>
/// <param name="Line">The last line that it took, from 1: a run with the same file goes on behind it.</param>
/// <param name="Detail">How to go on, or to give it up, in the caller's language.</param>
public sealed record Unfinished(int Line, string Detail)
{
    public static Unfinished Behind(int line, Language language) => new(line, language.In(
        $"本管辖仍属于这次导入，他人暂不能提交。已导入到第 {line} 行：改正其后的内容，再次导入该文件即可续传；如不再继续，请以 DELETE /api/import 或 ledger import --abandon 放弃，已导入的记录保留。",
        $"The tenant still belongs to this import, and others cannot record. It stands behind line {line}: put right what follows "
        + "and send the file again to go on, or give it up by DELETE /api/import or `ledger import --abandon`; what it took stays."));
}

/// <param name="Line">In the file, from 1.</param>
/// <param name="Field">The member at fault, when it is one.</param>
public sealed record RefusedLine(int Line, string Command, string Code, string? Field, string Detail, object? Facts = null);

internal sealed class Tally(Language language)
{
    private static readonly IReadOnlyDictionary<string, int> NothingLeftOut = new Dictionary<string, int>();
    private readonly List<RefusedLine> refused = [];
    private int taken;
    private int known;

    public long Position { get; set; }

    /// <summary>How many lines were decided so far.</summary>
    public int Decided => taken + known + refused.Count;

    /// <summary>Notes lines that an earlier run of the same import took.</summary>
    public void PassOver(int lines) => known += lines;

    /// <summary>Notes a line that does not go to the door.</summary>
    public void Refuse(ImportLine line) => refused.Add(line.Malformed is { } malformed
        ? new(line.Number, line.CommandName, "malformed", malformed.Field, language.In(malformed.Rule.Zh, malformed.Rule.En))
        : Refused(line, new("unknown-command", "command", new { command = line.CommandName })));

    public void Add(ImportLine line, Outcome outcome, bool recorded)
    {
        switch (outcome)
        {
            case Outcome.Known:
                known++;
                break;
            case Outcome.Refused r:
                refused.Add(Refused(line, r.Refusal));
                break;
            case Outcome.Accepted when recorded:
                taken++;
                break;
        }
    }

    public ImportResult Result(bool recorded) =>
        new(taken, known, [.. refused.OrderBy(r => r.Line)], NothingLeftOut, Position) { Recorded = recorded };

    private RefusedLine Refused(ImportLine line, Refusal refusal)
    {
        var text = ProblemTexts.Of(refusal.Code);
        var field = refusal.Field is null or "at" or "command" ? refusal.Field : $"data.{refusal.Field}";
        return new(line.Number, line.CommandName, refusal.Code, field, language.In(
            $"{text.TitleZh}。{text.DetailZh}", $"{text.TitleEn}. {text.DetailEn}"), refusal.Facts);
    }
}
