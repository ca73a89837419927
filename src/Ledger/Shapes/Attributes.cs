namespace Ledger.Shapes;

/// <summary>What a string member may hold. Every string of a command carries one of these; a test holds it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class ShapeAttribute : Attribute
{
    internal abstract StringConverter Converter { get; }

    /// <summary>The regular expression that it matches; null for any text.</summary>
    internal virtual string? Pattern => null;

    internal abstract int LengthMax { get; }
}

/// <summary>An id: <c>[A-Za-z0-9][A-Za-z0-9._-]{0,63}</c>, case-sensitive.</summary>
public sealed class IdAttribute : ShapeAttribute
{
    internal override StringConverter Converter => StringConverter.Id;

    internal override string Pattern => "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

    internal override int LengthMax => 64;
}

/// <summary>A text of 1 to 2,000 characters after trimming, without control characters but line breaks.</summary>
public sealed class TextAttribute : ShapeAttribute
{
    internal override StringConverter Converter => StringConverter.Text;

    internal override int LengthMax => StringConverter.TextLengthMax;
}

/// <summary>A name, title or short free word: a text of 1 to 200 characters after trimming.</summary>
public sealed class TitleAttribute : ShapeAttribute
{
    internal override StringConverter Converter => StringConverter.Title;

    internal override int LengthMax => StringConverter.TitleLengthMax;
}

/// <summary>A year, half-year, quarter or month: <c>2025</c>, <c>2025-H1</c>, <c>2025-Q1</c>, <c>2025-01</c>.</summary>
public sealed class PeriodCodeAttribute : ShapeAttribute
{
    internal override StringConverter Converter => StringConverter.PeriodCode;

    internal override string Pattern => "^(19|20|21)[0-9]{2}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$";

    internal override int LengthMax => 7;
}

/// <summary>A SHA-256 hash: 64 lower-case hexadecimal digits.</summary>
public sealed class Sha256Attribute : ShapeAttribute
{
    internal override StringConverter Converter => StringConverter.Sha256;

    internal override string Pattern => "^[0-9a-f]{64}$";

    internal override int LengthMax => 64;
}
