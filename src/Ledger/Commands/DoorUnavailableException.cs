namespace Ledger.Commands;

/// <summary>The door could not take a command now; nothing of it is recorded unless <see cref="OutcomeUnknown"/>.</summary>
/// <param name="code">The problem's code.</param>
/// <param name="outcomeUnknown">The connection was lost while committing: repeat with the same key to learn which.</param>
public sealed class DoorUnavailableException(string code, bool outcomeUnknown, Exception? inner = null)
    : Exception($"The ledger cannot take a command now: {code}.", inner)
{
    public string Code { get; } = code;

    public bool OutcomeUnknown { get; } = outcomeUnknown;
}
