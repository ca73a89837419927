namespace Ledger.Areas;

/// <summary>A rank of responsibility. People read the unit's own label for it; the code is the key.</summary>
public enum Level
{
    /// <summary>第一责任: answers overall.</summary>
    First,

    /// <summary>分管: oversees the area.</summary>
    Leading,

    /// <summary>直接: does the work.</summary>
    Direct,
}
