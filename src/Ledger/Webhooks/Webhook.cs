using Ledger.Reminders;
using NodaTime;

namespace Ledger.Webhooks;

/// <summary>Somebody's address to which a tenant's reminders are sent.</summary>
/// <param name="DaysBefore">So many days before its due date a thing is reminded of.</param>
/// <param name="RemindedOn">The last local day on which it was seen to; null before the first.</param>
/// <param name="Failure">Why it could not be seen to since.</param>
public sealed record Webhook(
    string Id, string TenantId, Uri Url, ReminderScope Scope, int DaysBefore, LocalDate? RemindedOn, string? Failure)
{
    public const int DaysBeforeUsual = 7;

    public const int DaysBeforeMax = GetReminders.DaysAheadMax;

    /// <summary>Nobody on the way may read or change what is sent: https, or http that does not leave the machine.</summary>
    /// <returns>Why not; null when it may be used.</returns>
    public static string? Breaks(Uri url) =>
        !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? "The address must be https, or http on this machine."
            : url.UserInfo.Length > 0 ? "The address must hold no user and password: the signature says who sends."
            : null;
}
