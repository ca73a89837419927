namespace Ledger.Benchmarks.Running;

internal static class Text
{
    /// <summary>Numbers with a point, wherever it runs.</summary>
    public static string Of(FormattableString text) => FormattableString.Invariant(text);
}
