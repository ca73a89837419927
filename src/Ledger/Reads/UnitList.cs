using Ledger.Commands;
using Ledger.Units;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace Ledger.Reads;

/// <summary>A list of what units have or did, as known, narrowed by <c>unit</c>, <c>subtree</c>, and <c>from</c> and <c>to</c>
/// where the read has them.</summary>
/// <param name="Select">Rows, and the first conditions.</param>
/// <param name="OrderBy">What tells each row from all others.</param>
/// <param name="Behind">The condition of the rows behind a key, with <c>{}</c> for each of its values.</param>
/// <param name="Key">A row's values of <paramref name="OrderBy"/>, as a cursor holds them.</param>
public sealed record UnitList<T>(string Select, string OrderBy, string Behind, Func<T, IReadOnlyList<string>> Key)
{
    /// <summary>The tenant, the position and the date come before a reader's own.</summary>
    private const int QuestionParameters = 3;

    /// <summary>How an entry is read from its row.</summary>
    public Func<NpgsqlDataReader, T> Row { get; init; } = r => r.Json<T>(0);

    /// <summary>What <c>from</c> and <c>to</c> look at: a date in the tenant's zone.</summary>
    public string? DateColumn { get; init; }

    /// <summary>The condition of the rows of some units, with <c>{}</c> for their ids.</summary>
    public string OfUnits { get; init; } = "unit_id = any({})";

    /// <param name="filters">Conditions with <c>{}</c> where the value belongs; one without a value is left out.</param>
    public async Task<Reading> Read(
        ReadSession session, CancellationToken cancellation, params IReadOnlyList<(string Sql, string? Value)> filters)
    {
        var (page, refusal) = await Page(session, cancellation, filters);
        return new(page, refusal);
    }

    /// <summary>The same for a reader that has something to add to each.</summary>
    public async Task<(Page<T>? Page, Refusal? Refusal)> Page(
        ReadSession session, CancellationToken cancellation, params IReadOnlyList<(string Sql, string? Value)> filters)
    {
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return (null, refusal);
        var parameters = new List<object?>();
        var sql = Select;
        void And(string condition, params IReadOnlyList<object> values)
        {
            foreach (var value in values)
            {
                parameters.Add(value);
                var at = condition.IndexOf("{}", StringComparison.Ordinal);
                condition = $"{condition[..at]}${parameters.Count + QuestionParameters}{condition[(at + 2)..]}";
            }

            sql += $" and {condition}";
        }

        if (session.Question.After is { } after)
            And(Behind, after);
        if (units is not null)
            And(OfUnits, [units]);
        if (session.Question.Date("from") is { } from)
            And($"{DateColumn} >= {{}}", from);
        if (session.Question.Date("to") is { } to)
            And($"{DateColumn} <= {{}}", to);
        foreach (var (filter, value) in filters)
            if (value is not null)
                And(filter, value);
        return (await session.Page($"{sql} order by {OrderBy}", Row, Key, cancellation, [.. parameters]), null);
    }
}

/// <summary>The orders that lists have.</summary>
public static class UnitList
{
    /// <summary>By id.</summary>
    public static UnitList<T> ById<T>(string select, string column, Func<T, string> id) =>
        new(select, column, $"{column} > {{}}", item => [id(item)]);

    /// <summary>In order of recording.</summary>
    public static UnitList<T> ByPosition<T>(string select, Func<T, long> position) =>
        new(select, "position", "position > {}::bigint", item => [position(item).ToString(null, null)]);

    /// <summary>By date, in the tenant's zone, and then by id.</summary>
    /// <param name="dateColumn">An expression where several columns hold it.</param>
    public static UnitList<T> ByDate<T>(
        string select, string dateColumn, string idColumn, Func<T, LocalDate> date, Func<T, string> id) =>
        new(select, $"{dateColumn}, {idColumn}", $"({dateColumn}, {idColumn}) > ({{}}::date, {{}})",
            item => [LocalDatePattern.Iso.Format(date(item)), id(item)])
        { DateColumn = dateColumn };
}
