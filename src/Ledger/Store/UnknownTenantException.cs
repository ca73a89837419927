namespace Ledger.Store;

/// <summary>The caller's tenant is not one of this ledger (403).</summary>
public sealed class UnknownTenantException(string tenant) : Exception($"No tenant '{tenant}'.")
{
    public string Tenant { get; } = tenant;
}
