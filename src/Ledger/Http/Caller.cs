using System.Security.Claims;
using Ledger.Access;
using Ledger.Store;
using Microsoft.AspNetCore.Http;

namespace Ledger.Http;

/// <summary>Who sends a request: the token's <c>sub</c> and <c>tenant</c>, and the language that answers are wished in.</summary>
public sealed record Caller(string Actor, string Tenant, Language Language)
{
    /// <exception cref="UnknownTenantException">The token names no tenant.</exception>
    public static Caller Of(HttpContext http) => new(
        http.User.FindFirstValue("sub") ?? "",
        http.User.FindFirstValue(TokenKey.TenantClaim) ?? throw new UnknownTenantException(""),
        Languages.Of(http.Request));
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
