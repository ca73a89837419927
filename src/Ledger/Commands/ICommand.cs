namespace Ledger.Commands;

/// <summary>One thing that somebody asks the ledger to record. Its members are the JSON of HTTP and import alike.</summary>
public interface ICommand
{
    /// <summary>
    /// What the command leads to. Pure: it looks only at its own members and at <paramref name="known"/>, and has no
    /// effect but its answer. The door runs it again whenever it asked for something not yet loaded, so it asks for
    /// all it needs at its beginning.
    /// </summary>
    Decision Decide(Known known);
}
