using System.Text.Json;

namespace Ledger.Shapes;

/// <summary>What a malformed member should have been, in both languages.</summary>
/// <param name="Code">Stable, kebab-case.</param>
public sealed record Rule(string Code, string Zh, string En)
{
    public static readonly Rule Required = new("required", "必填", "is required");
    public static readonly Rule NotNull = new("not-null", "不能为 null", "must not be null");
    public static readonly Rule Unknown = new("unknown-member", "没有这个字段", "is not a member of this command");
    public static readonly Rule UnknownParameter = new("unknown-parameter", "没有这个查询参数", "is not a parameter of this request");
    public static readonly Rule Duplicate = new("duplicate-member", "字段重复", "stands more than once");
    public static readonly Rule InPath = new("in-path", "此编号写在路径中，正文里不要再写", "stands in the path; leave it out of the body");
    public static readonly Rule NotJson = new("not-json", "不是有效的 JSON", "is not well-formed JSON");
    public static readonly Rule NotUtf8 = new("not-utf8", "不是有效的 UTF-8", "is not valid UTF-8");
    public static readonly Rule NotObject = new("object", "应为 JSON 对象", "must be a JSON object");
    public static readonly Rule Type = new("wrong-type", "类型不对", "has the wrong type");
    public static readonly Rule Text = new("text", "应为字符串", "must be a string");
    public static readonly Rule Empty = new("empty", "不能为空", "must not be empty");
    public static readonly Rule Control = new(
        "control-character", "除换行外不能含控制字符", "must hold no control characters but line breaks");
    public static readonly Rule Id = new(
        "id", "编号须以字母或数字开头，只含字母、数字、. _ -，最多 64 个字符",
        "must start with a letter or digit and hold only letters, digits, '.', '_' and '-', 64 characters at most");
    public static readonly Rule Sha256 = new(
        "sha256", "应为 64 位小写十六进制", "must be 64 lower-case hexadecimal digits");
    public static readonly Rule Period = new(
        "period", "应为 1900 至 2199 年间的时期：2025、2025-H1、2025-Q1 或 2025-01",
        "must be a period from 1900 to 2199: 2025, 2025-H1, 2025-Q1 or 2025-01");
    public static readonly Rule Year = new("year", "应为 1900 至 2199 年间的年度，如 2025", "must be a year from 1900 to 2199 such as 2025");
    public static readonly Rule Date = new(
        "date", "应为 1900-01-01 至 2199-12-31 之间的日期，格式 2025-03-01",
        "must be a date such as 2025-03-01, from 1900-01-01 to 2199-12-31");
    public static readonly Rule DateTime = new(
        "local-date-time", "应为不带时区的日期时间，格式 2025-03-01T14:30:00",
        "must be a local date-time without offset such as 2025-03-01T14:30:00");
    public static readonly Rule Instant = new(
        "instant", "应为 UTC 时间，格式 2025-03-01T06:30:00Z", "must be an instant in UTC such as 2025-03-01T06:30:00Z");
    public static readonly Rule KnownAt = new(
        "known-at", "应为 UTC 时间（如 2025-03-01T06:30:00Z）或位置（如 #1234）",
        "must be an instant in UTC such as 2025-03-01T06:30:00Z, or a position such as #1234");
    public static readonly Rule Position = new(
        "position", "应为位置，如 #1234（写作 %231234）", "must be a position such as #1234, sent as %231234");
    public static readonly Rule Number = new("number", "应为整数，不带引号", "must be a whole number, not in quotes");
    public static readonly Rule Flag = new("flag", "应为 true 或 false", "must be true or false");

    public static Rule NotTaken(IEnumerable<string> names) => new(
        "not-taken", $"此规则不用这个参数，可用：{string.Join("、", names.DefaultIfEmpty("无"))}",
        $"is not taken by this rule, which takes: {string.Join(", ", names.DefaultIfEmpty("none"))}");

    public static Rule Between(int from, int to) => new("between", $"应为 {from} 至 {to} 之间的整数", $"must be a whole number from {from} to {to}");

    public static Rule TooLong(int max) => new("too-long", $"最多 {max} 个字符", $"must hold {max} characters at most");

    public static Rule TooMany(int max) => new("too-many", $"最多 {max} 项", $"must hold {max} entries at most");

    public static Rule OneOf(IEnumerable<string> names) =>
        new("one-of", $"应为以下之一：{string.Join("、", names)}", $"must be one of: {string.Join(", ", names)}");
}

/// <summary>A member that breaks its <see cref="Rule"/>; the serializer adds the path to it.</summary>
public sealed class ShapeException(Rule rule, int? index = null, string? name = null) : JsonException
{
    public Rule Rule { get; } = rule;

    /// <summary>The entry at fault, where the member is a list.</summary>
    public int? Index { get; } = index;

    /// <summary>The entry at fault, where the member holds entries by name.</summary>
    public string? Name { get; } = name;
}

/// <summary>What is wrong inside a member that is read by itself. The serializer adds the path to the member; the path
/// from there on stands in the inner exception.</summary>
internal sealed class MemberException(JsonException inner) : JsonException(inner.Message, inner);
