namespace Ledger.Benchmarks.Running;

/// <summary>What a run has to say: one table, and below it where the time goes.</summary>
internal sealed class Report(IReadOnlyList<string> machine)
{
    private readonly List<Row> rows = [];
    private readonly List<string> notes = [];

    public void Add(Row row)
    {
        rows.Add(row);
        Console.Error.WriteLine($"  {row.Name}: {row.What}: {row.Ours} beside {row.Beside}: {row.Ratio}");
    }

    public void Note(string text)
    {
        notes.Add(text);
        Console.Error.WriteLine($"  {text}");
    }

    public void Write(TextWriter to)
    {
        foreach (var fact in machine)
            to.WriteLine(fact);
        to.WriteLine();
        to.WriteLine("| benchmark | measured | ledger | beside it | ratio (rounds) | target |");
        to.WriteLine("|---|---|---:|---:|---:|---|");
        foreach (var row in rows)
            to.WriteLine($"| {row.Name} | {row.What} | {row.Ours} | {row.Beside} | {row.Ratio} | {row.Target} |");
        if (notes.Count > 0)
            to.WriteLine();
        foreach (var note in notes)
            to.WriteLine($"- {note}");
    }
}

/// <summary>One row of the table.</summary>
/// <param name="Beside">What it is measured against; a dash for none.</param>
/// <param name="Target">With whether it is met; a dash for none.</param>
internal sealed record Row(string Name, string What, string Ours, string Beside, string Ratio, string Target)
{
    public const string None = "–";

    /// <summary>A pair of rates or times with their ratio.</summary>
    public static Row Of(string name, string what, SideBySide pair, string unit, string target = None) => new(
        name, what, $"{Number(pair.Ours.Median())} {unit}", $"{Number(pair.Beside.Median())} {unit}",
        Text.Of($"{pair.Ratio:0.00} ({pair.Spread.Least:0.00}–{pair.Spread.Most:0.00})"), target);

    public static string AtLeast(double target, double value) => Text.Of($"≥ {target}: {Met(value >= target)}");

    public static string AtMost(double target, double value, string unit = "") => Text.Of($"≤ {target}{unit}: {Met(value <= target)}");

    public static string Number(double value) => value >= 100 ? Text.Of($"{value:#,0}") : Text.Of($"{value:0.00}");

    private static string Met(bool met) => met ? "met" : "NOT MET";
}
