using System.Text.Json.Serialization;
using Ledger.Areas;
using Ledger.Shapes;

namespace Ledger.Units;

/// <summary>What a unit itself calls each level. The same words mean different ranks in different units, so they are
/// shown and never compared.</summary>
public sealed record LevelLabels(
    [property: JsonPropertyName("First")][Title] string First,
    [property: JsonPropertyName("Leading")][Title] string Leading,
    [property: JsonPropertyName("Direct")][Title] string Direct)
{
    public static readonly LevelLabels Default = new("第一责任人", "分管领导", "直接责任人");

    public string Of(Level level) => level switch
    {
        Level.First => First,
        Level.Leading => Leading,
        Level.Direct => Direct,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };
}

/// <summary>A cell that a unit says must have a holder.</summary>
public sealed record RequiredCell([Id] string AreaId, Level Level);
