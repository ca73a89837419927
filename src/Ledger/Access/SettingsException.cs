namespace Ledger.Access;

/// <summary>A setting is missing or cannot be used; the message says which and what to do.</summary>
public sealed class SettingsException(string message) : Exception(message);
