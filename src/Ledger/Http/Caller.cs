using System.Security.Claims;
using Ledger.Access;
using Ledger.Shapes;
using Ledger.Store;
using Microsoft.AspNetCore.Http;

namespace Ledger.Http;

/// <summary>Who sends a request: the token's <c>sub</c> and <c>tenant</c>, and the language that answers are wished in.</summary>
public sealed record Caller(string Actor, string Tenant, Language Language)
{
    /// <exception cref="UnknownTenantException">The token does not name one tenant.</exception>
    /// <exception cref="NotAllowedException">The token names nobody, or nobody who may enter.</exception>
    public static Caller Of(HttpContext http)
    {
        var tenants = http.User.FindAll(TokenKey.TenantClaim).Select(c => c.Value).ToList();
        if (tenants is not [var tenant] || StringConverter.Id.Breaks(tenant) is not null)
            throw new UnknownTenantException(string.Join(", ", tenants));
        var actor = http.User.FindFirstValue("sub") ?? "";
        return StringConverter.Title.Breaks(actor) is null && AccessRule.MayEnter(actor, tenant)
            ? new(actor, tenant, Languages.Of(http.Request))
            : throw new NotAllowedException();
    }
}

public enum Language
{
    English,
    Chinese,
}

public static class Languages
{
    /// <summary>The first of zh and en that the caller's <c>Accept-Language</c> asks for; English when neither.</summary>
    public static Language Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => l.Value.Value ?? "")
        .Select(l => l.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese
            : l.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : (Language?)null)
        .FirstOrDefault(l => l is not null) ?? Language.English;

    public static string In(this Language language, string zh, string en) => language == Language.Chinese ? zh : en;

    public static string TagOf(this Language language) => language.In("zh-CN", "en");
}
