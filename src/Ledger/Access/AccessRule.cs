namespace Ledger.Access;

/// <summary>The one place where it is asked who may do what. For now every signed-in actor of a tenant may record and
/// read there.</summary>
public static class AccessRule
{
    public static bool MayRecord(string actor, string tenant, string command) =>
        actor.Length > 0 && tenant.Length > 0 && command.Length > 0;

    /// <summary>Asked of every request with a token, before anything else.</summary>
    public static bool MayEnter(string actor, string tenant) => actor.Length > 0 && tenant.Length > 0;
}

/// <summary>The caller may not do this (403).</summary>
public sealed class NotAllowedException() : Exception("The caller may not do this.");
