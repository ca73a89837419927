using NodaTime;
using NpgsqlTypes;

namespace Ledger.Views;

/// <summary>A view's table: its columns and how a row fills them. The tenant's column and, for a table with history,
/// <c>known_from</c>, <c>known_to</c>, <c>recorded_from</c> and <c>recorded_to</c> are not listed: every such table has
/// them.</summary>
/// <param name="name">In the schema <c>ledger</c>.</param>
/// <param name="keyCount">How many of the first columns name an open row.</param>
/// <param name="hasHistory">Rows are opened and closed at positions; else they are only added, and the key has the
/// column <c>position</c>.</param>
/// <param name="columns">The key's columns first.</param>
public sealed class Table<TRow>(string name, int keyCount, bool hasHistory, params IReadOnlyList<Column<TRow>> columns) : ITable
    where TRow : notnull
{
    public string Name => name;

    public int KeyCount => keyCount;

    public bool HasHistory => hasHistory;

    public IReadOnlyList<Column<TRow>> Columns => columns;

    public IReadOnlyList<(string Name, NpgsqlDbType Type)> Shape { get; } = [.. columns.Select(c => (c.Name, c.Type))];
}

public interface ITable
{
    string Name { get; }

    int KeyCount { get; }

    bool HasHistory { get; }

    /// <summary>The columns by name and type.</summary>
    IReadOnlyList<(string Name, NpgsqlDbType Type)> Shape { get; }
}

/// <summary>One column: its SQL type and the array that many rows make of it.</summary>
public sealed record Column<TRow>(
    string Name, NpgsqlDbType Type, Func<TRow, object?> Value, Func<IReadOnlyList<TRow>, Array> Values);

/// <summary>Columns by type.</summary>
public static class Column
{
    public static Column<TRow> Text<TRow>(string name, Func<TRow, string?> value) => Of(name, NpgsqlDbType.Text, value);

    /// <summary>A date; the far ends of time are <c>-infinity</c> and <c>infinity</c>.</summary>
    public static Column<TRow> Date<TRow>(string name, Func<TRow, LocalDate?> value) => Of(name, NpgsqlDbType.Date, value);

    public static Column<TRow> Number<TRow>(string name, Func<TRow, long> value) => Of(name, NpgsqlDbType.Bigint, value);

    public static Column<TRow> Flag<TRow>(string name, Func<TRow, bool> value) => Of(name, NpgsqlDbType.Boolean, value);

    public static Column<TRow> Json<TRow>(string name, Func<TRow, string?> value) => Of(name, NpgsqlDbType.Json, value);

    public static Column<TRow> Instant<TRow>(string name, Func<TRow, Instant> value) => Of(name, NpgsqlDbType.TimestampTz, value);

    private static Column<TRow> Of<TRow, TValue>(string name, NpgsqlDbType type, Func<TRow, TValue> value) =>
        new(name, type, row => value(row), rows => rows.Select(value).ToArray());
}
