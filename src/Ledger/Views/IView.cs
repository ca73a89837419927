using Ledger.Log;
using NodaTime;

namespace Ledger.Views;

/// <summary>A view is a pure function of one stream: what it shows follows from the stream's events and nothing else,
/// so it can be written with the append and rebuilt from the log stream by stream, with the same rows.</summary>
public interface IView
{
    /// <summary>What <c>rebuild</c> calls it; a view of several tables has several of these under one name.</summary>
    string Name { get; }

    ITable Table { get; }

    /// <summary>Adds to <paramref name="changes"/> what one event changes.</summary>
    void Project(Step step, Changes changes);
}

/// <summary>One event with the state of its stream before and after it.</summary>
/// <param name="Type">The event's stored name.</param>
/// <param name="Zone">The tenant's.</param>
public sealed record Step(Recorded Recorded, string Type, object Before, object After, DateTimeZone Zone);

/// <summary>
/// A view that is a set of rows for each state of a stream. An event closes the rows that no longer follow from the
/// state and opens the new ones, at its own position and instant: so the table answers for every position, and no view needs
/// statements of its own.
/// </summary>
public sealed class StateView<TState, TRow>(string name, Table<TRow> table, Func<TState, IEnumerable<TRow>> rows) : IView
    where TState : class, IState<TState>
    where TRow : notnull
{
    public string Name => name;

    public ITable Table => table;

    public void Project(Step step, Changes changes)
    {
        if (step.After is not TState after)
            return;
        var before = rows((TState)step.Before).ToList();
        var now = rows(after).ToList();
        if (before.SequenceEqual(now))
            return;
        foreach (var row in before.Except(now))
            changes.Of(table).Close(row, step.Recorded);
        foreach (var row in now.Except(before))
            changes.Of(table).Add(row, step.Recorded);
    }
}
