using Ledger.Commands;
using Ledger.Units;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Reads;

/// <summary>A list of what units did, as known: by date and then by id, narrowed by <c>unit</c>, <c>subtree</c>,
/// <c>from</c> and <c>to</c> where the read has them.</summary>
/// <param name="Table">One of the schema <c>ledger</c> with the columns <c>unit_id</c> and <c>document</c>.</param>
/// <param name="DateColumn">Its date, in the tenant's zone; an expression where several columns hold it.</param>
public sealed record DatedList<T>(
    string Table, string DateColumn, string IdColumn, Func<T, LocalDate> Date, Func<T, string> Id)
{
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
        var (question, parameters) = (session.Question, new List<object?>());
        string Next(object? value)
        {
            parameters.Add(value);
            return $"${parameters.Count + 3}";
        }

        var sql = $"select document from ledger.{Table} where tenant_id = $1 and {ReadSession.Known}";
        if (question.After is { } after)
            sql += $" and ({DateColumn}, {IdColumn}) > ({Next(LocalDatePattern.Iso.Parse(after[0]).Value)}, {Next(after[1])})";
        if (units is not null)
            sql += $" and unit_id = any({Next(units)})";
        if (question.Date("from") is { } from)
            sql += $" and {DateColumn} >= {Next(from)}";
        if (question.Date("to") is { } to)
            sql += $" and {DateColumn} <= {Next(to)}";
        foreach (var (filter, value) in filters)
            if (value is not null)
                sql += " and " + filter.Replace("{}", Next(value), StringComparison.Ordinal);
        return (await session.Page($"{sql} order by {DateColumn}, {IdColumn}", r => r.Json<T>(0),
            item => [LocalDatePattern.Iso.Format(Date(item)), Id(item)], cancellation, [.. parameters]), null);
    }
}
