using Ledger.Access;
using NodaTime;

namespace Ledger.Host;

/// <summary>What the environment says; every setting stands in docs/operations.md.</summary>
internal static partial class Settings
{
    /// <exception cref="SettingsException">It is not set.</exception>
    public static string ConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString("Ledger") is { Length: > 0 } set
            ? set
            : throw new SettingsException("Set ConnectionStrings__Ledger, or start by ./ops/run, which does.");

    [LoggerMessage(Level = LogLevel.Critical, Message = "The schema is not this release's: {Problems}")]
    public static partial void LogSchemaProblems(this ILogger logger, string problems);
}

/// <summary>The one place where the machine's clock is taken.</summary>
internal static class HostClock
{
#pragma warning disable RS0030 // The service itself takes PostgreSQL's clock; this one dates development tokens.
    public static readonly IClock System = SystemClock.Instance;
#pragma warning restore RS0030
}
