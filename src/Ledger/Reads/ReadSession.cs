using System.Runtime.CompilerServices;
using System.Text.Json;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Store;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Reads;

/// <summary>Runs the queries of one question. In every query <c>$1</c> is the tenant, <c>$2</c> the position and
/// <c>$3</c> the date; a reader's own parameters follow from <c>$4</c>. Rows at a position never change, so several
/// queries of one question need no transaction.</summary>
public sealed class ReadSession(LedgerDatabase database, EventCodec codec, ClockReader clocks, Question question)
{
    /// <summary>Of rows with history: those that the ledger knew at the question's position.</summary>
    public const string Known = "known_from <= $2 and known_to > $2";

    /// <summary>Of rows with periods: those that hold on the question's date.</summary>
    public const string Valid = "valid_from <= $3 and valid_to > $3";

    /// <summary>The same for a question at the tenant's last position, where it needs the indexes of open rows alone. An
    /// act recorded since the question's clocks were read closes rows that still count there: then no row is found.</summary>
    private const string KnownAtHead = """
        known_from <= $2 and known_to = 9223372036854775807 and $2 = (select position from ledger.head where tenant_id = $1)
        """;

    public Question Question => question;

    /// <summary>The documents of a table of the schema <c>ledger</c>, as known.</summary>
    public static string Documents(string table) => $"select document from ledger.{table} where tenant_id = $1 and {Known}";

    /// <summary>The same question at other clocks; what is left out stays as it is.</summary>
    public async Task<(ReadSession? Session, Refusal? Refusal)> At(
        KnownTime? knownAt, LocalDate? asOf, CancellationToken cancellation)
    {
        var (resolved, refusal) = await clocks.Resolve(
            question.Tenant, knownAt ?? new KnownTime(null, question.Position), asOf ?? question.AsOf, cancellation);
        return resolved is null
            ? (null, refusal)
            : (new(database, codec, clocks, question with
            {
                AsOf = resolved.AsOf,
                Position = resolved.Position,
                KnownAt = resolved.KnownAt,
            }), null);
    }

    /// <summary>An event from the columns seq_id, version, timestamp, type, data, of which the first is
    /// <paramref name="column"/>.</summary>
    public Recorded Event(NpgsqlDataReader reader, int column) => codec.Read(reader, column);

    /// <summary>The same as <see cref="Query"/> row by row, for answers of any length.</summary>
    public async IAsyncEnumerable<T> Stream<T>(string sql, Func<NpgsqlDataReader, T> row,
        [EnumeratorCancellation] CancellationToken cancellation, params object?[] parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return row(reader);
    }

    public async Task<List<T>> Query<T>(
        string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancellation, params object?[] parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>Hands over row by row what the ledger knew at the question's position.</summary>
    /// <param name="sql">With <c>{known}</c> where <see cref="Known"/> belongs.</param>
    public Task<int> Each(
        string sql, Action<NpgsqlDataReader> take, CancellationToken cancellation, params object?[] parameters) =>
        Each(sql, Known, take, parameters, cancellation);

    /// <summary>The same for many rows: from the open rows alone where the position is the tenant's last.</summary>
    public async Task EachOfMany(
        string sql, Action<NpgsqlDataReader> take, CancellationToken cancellation, params object?[] parameters)
    {
        if (question.Text(QueryParameter.KnownAt.Name) is not null
            || await Each(sql, KnownAtHead, take, parameters, cancellation) == 0)
            await Each(sql, Known, take, parameters, cancellation);
    }

    /// <summary>One page of a list: a row more than the limit says that another page follows.</summary>
    public async Task<Page<T>> Page<T>(string sql, Func<NpgsqlDataReader, T> row, Func<T, IReadOnlyList<string>> key,
        CancellationToken cancellation, params object?[] parameters)
    {
        var rows = await Query($"{sql} limit {question.Limit + 1}", row, cancellation, parameters);
        if (rows.Count <= question.Limit)
            return new(rows, null);
        rows.RemoveAt(question.Limit);
        return new(rows, Cursor(key(rows[^1])));
    }

    /// <summary>The cursor of the page behind a sort key.</summary>
    public string Cursor(IReadOnlyList<string> key) => new Cursor(question.AsOf, question.Position, key, "").Text(question);

    private async Task<int> Each(
        string sql, string known, Action<NpgsqlDataReader> take, object?[] parameters, CancellationToken cancellation)
    {
        await using var command = Command(sql.Replace("{known}", known, StringComparison.Ordinal), parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = 0;
        for (; await reader.ReadAsync(cancellation); rows++)
            take(reader);
        return rows;
    }

    private NpgsqlCommand Command(string sql, object?[] parameters)
    {
        var command = database.Reader.CreateCommand(sql);
        command.Parameters.Add(new() { Value = question.Tenant });
        command.Parameters.Add(new() { Value = question.Position });
        command.Parameters.Add(new() { Value = question.AsOf, NpgsqlDbType = NpgsqlDbType.Date });
        foreach (var parameter in parameters)
            command.Parameters.Add(Parameter(parameter));
        return command;
    }

    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        string[] texts => new() { Value = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
        LocalDate date => new() { Value = date, NpgsqlDbType = NpgsqlDbType.Date },
        null => new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
        _ => new() { Value = value },
    };
}

/// <summary>Reads columns by place, null where the column may be.</summary>
internal static class Columns
{
    public static string? TextOrNull(this NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    public static LocalDate Date(this NpgsqlDataReader reader, int column) => reader.GetFieldValue<LocalDate>(column);

    public static LocalDate? DateOrNull(this NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<LocalDate>(column);

    public static TList Code<TList>(this NpgsqlDataReader reader, int column)
        where TList : struct, Enum => Codes.Parse<TList>(reader.GetString(column))!.Value;

    public static T Json<T>(this NpgsqlDataReader reader, int column) =>
        JsonSerializer.Deserialize<T>(reader.GetString(column), LedgerJson.Options)!;
}

/// <summary>A page of a list.</summary>
/// <param name="Next">The cursor of the page after; left out on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next) : IPage
{
    object IPage.WithoutPosition => this with { Next = Next is null ? null : "" };
}

public interface IPage
{
    /// <summary>The page with a cursor that says only that there is a next one: a cursor holds the position, of which
    /// the content's tag knows nothing.</summary>
    object WithoutPosition { get; }
}
