using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace Ledger.Access;

/// <summary>The key that signs tokens of a development machine, and its tokens.</summary>
public static class TokenKey
{
    public const string Issuer = "ledger-development";

    public const string Audience = "ledger";

    /// <summary>The claim that names the caller's tenant.</summary>
    public const string TenantClaim = "tenant";

    /// <summary>HS256 asks for at least 256 bits.</summary>
    private const int KeyBytesMin = 32;

    /// <summary>The key in a file of base64 text.</summary>
    /// <exception cref="SettingsException">The file is missing or its key too short.</exception>
    public static SymmetricSecurityKey Read(string path)
    {
        if (!File.Exists(path))
            throw new SettingsException($"There is no signing key at {path}; ops/run makes one.");
        var key = Convert.FromBase64String(File.ReadAllText(path).Trim());
        return key.Length >= KeyBytesMin
            ? new(key)
            : throw new SettingsException($"The signing key at {path} is shorter than {KeyBytesMin} bytes.");
    }

    /// <summary>A token for <paramref name="actor"/> in <paramref name="tenant"/>.</summary>
    public static string Sign(SymmetricSecurityKey key, string actor, string tenant, Instant now, Duration lifetime) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            Subject = new ClaimsIdentity([new("sub", actor), new(TenantClaim, tenant)]),
            IssuedAt = now.ToDateTimeUtc(),
            NotBefore = now.ToDateTimeUtc(),
            Expires = (now + lifetime).ToDateTimeUtc(),
            SigningCredentials = new(key, SecurityAlgorithms.HmacSha256),
        });
}
