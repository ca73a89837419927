using System.Globalization;
using Ledger.Access;
using Ledger.Live;
using NodaTime;

namespace Ledger.Host;

/// <summary>What the environment says; every setting stands in docs/operations.md.</summary>
internal static partial class Settings
{
    private const int NumberMax = 86_400;

    /// <exception cref="SettingsException">It is not set.</exception>
    public static string ConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString("Ledger") is { Length: > 0 } set
            ? set
            : throw new SettingsException("Set ConnectionStrings__Ledger, or start by ./ops/run, which does.");

    /// <exception cref="SettingsException">One of them is no positive whole number.</exception>
    public static LiveSettings Live(IConfiguration configuration)
    {
        var section = configuration.GetSection("Ledger:Live");
        var usual = new LiveSettings();
        return new(Number(nameof(LiveSettings.StreamsMax), usual.StreamsMax),
            Number(nameof(LiveSettings.HeartbeatSeconds), usual.HeartbeatSeconds),
            Number(nameof(LiveSettings.PollSeconds), usual.PollSeconds),
            Number(nameof(LiveSettings.SlowSeconds), usual.SlowSeconds));

        int Number(string name, int otherwise)
        {
            if (section[name] is not { Length: > 0 } text)
                return otherwise;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number is > 0 and <= NumberMax
                ? number
                : throw new SettingsException($"Ledger__Live__{name} must be a whole number from 1 to {NumberMax}.");
        }
    }

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
