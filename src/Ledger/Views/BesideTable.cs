using Npgsql;
using NpgsqlTypes;

namespace Ledger.Views;

/// <summary>
/// One tenant's rows of a table built anew in a temporary table of the same name, and the statements that bring the live
/// rows to them. A row is named by its key and the position that opened it; which rows differ is found in two steps, a
/// long one beside all that goes on and a short one under the tenant's head.
/// </summary>
internal sealed class BesideTable
{
    public const string Schema = "pg_temp";

    private readonly string tenant;
    private readonly string live;
    private readonly string beside;
    private readonly string doubtful;
    private readonly string different;
    private readonly string names;
    private readonly string same;
    private readonly string columns;
    private readonly string unequal;
    private readonly string touched;

    public BesideTable(ITable table, string tenant)
    {
        (Table, this.tenant) = (table, tenant);
        (live, beside) = ($"ledger.{table.Name}", $"{Schema}.{table.Name}");
        (doubtful, different) = ($"{beside}_doubtful", $"{beside}_different");
        (string Name, NpgsqlDbType Type)[] all = table.HasHistory
            ? [.. table.Shape, ("known_from", NpgsqlDbType.Bigint), ("known_to", NpgsqlDbType.Bigint),
                ("recorded_from", NpgsqlDbType.TimestampTz), ("recorded_to", NpgsqlDbType.TimestampTz)]
            : [.. table.Shape];
        string[] identity = [.. all.Where((c, i) => i < table.KeyCount || c.Name == "known_from").Select(c => c.Name)];
        names = string.Join(", ", identity);
        same = string.Join(" and ", identity.Select(n => $"t.{n} = d.{n}"));
        columns = string.Join(", ", all.Select(c => c.Name));
        unequal = string.Join(" or ", all.Where(c => !identity.Contains(c.Name))
            .Select(c => c.Type == NpgsqlDbType.Json ? $"{c.Name}::text" : c.Name)
            .Prepend("here").Select(c => $"l.{c} is distinct from b.{c}"));
        touched = table.HasHistory
            ? $"known_from > $2 or known_to > $2 and known_to < {TableChanges<object>.Open}"
            : "position > $2";
    }

    public ITable Table { get; }

    /// <summary>Makes the empty temporary tables: the rows, those that may differ, those that do.</summary>
    public IEnumerable<NpgsqlBatchCommand> Create() =>
    [
        new($"create temp table {Table.Name} as select tenant_id, {columns} from {live} with no data"),
        new($"create unique index on {beside} (tenant_id, {names})"),
        new($"create temp table {Table.Name}_doubtful as select {names} from {live} with no data"),
        new($"create temp table {Table.Name}_different as select {names} from {live} with no data"),
    ];

    /// <summary>Notes the rows that differ in the snapshot of the caller's transaction, in which both sides must stand at
    /// one position.</summary>
    public NpgsqlBatchCommand Compare() => With(
        $"insert into {doubtful} {Differing($"{live} where tenant_id = $1", beside)}", tenant);

    /// <summary>The planner's numbers of what was written so far.</summary>
    public IEnumerable<NpgsqlBatchCommand> Analyze() => [new($"analyze {beside}"), new($"analyze {doubtful}")];

    /// <summary>
    /// Under the head: of the rows that differed at <paramref name="compared"/> and those touched since, on either side,
    /// notes which differ now. Rows neither doubtful nor touched were equal then and are as they were.
    /// </summary>
    /// <returns>Statements of which the last counts the rows.</returns>
    public IEnumerable<NpgsqlBatchCommand> Narrow(long compared) =>
    [
        With($"insert into {doubtful} select {names} from {live} where tenant_id = $1 and ({touched})", tenant, compared),
        With($"insert into {doubtful} select {names} from {beside} where tenant_id = $1 and ({touched})", tenant, compared),
        With($"insert into {different} {Differing($"{live} {OnlyDoubtful} where tenant_id = $1", $"{beside} {OnlyDoubtful}")}", tenant),
    ];

    /// <summary>Puts the rows built anew in the place of the live ones that differ from them.</summary>
    public IEnumerable<NpgsqlBatchCommand> Replace() =>
    [
        With($"delete from {live} t using {different} d where t.tenant_id = $1 and {same}", tenant),
        new($"insert into {live} (tenant_id, {columns}) select tenant_id, {columns} from {beside} join {different} using ({names})"),
    ];

    private string OnlyDoubtful => $"join (select distinct {names} from {doubtful}) d using ({names})";

    private string Differing(string ofLive, string ofBeside) => $"""
        select {names} from (select {columns}, true as here from {ofLive}) l
        full join (select {columns}, true as here from {ofBeside}) b using ({names}) where {unequal}
        """;

    private static NpgsqlBatchCommand With(string sql, params object[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        return command;
    }
}
