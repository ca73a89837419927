using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Ledger.Access;

/// <summary>JWT bearer on every route but the probes and the reference page.</summary>
public static class Authentication
{
    /// <summary>So long after its end a token is still taken.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>
    /// An authority (<c>Ledger:Auth:Authority</c>, <c>Audience</c>) verifies tokens; or a shared key
    /// (<c>Ledger:Auth:SigningKeyFile</c>); in Development the key that ops/run makes in the data folder.
    /// </summary>
    /// <exception cref="SettingsException">None of them is set.</exception>
    public static void AddLedgerAuthentication(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var authority = configuration["Ledger:Auth:Authority"];
        // Read at once: a service that cannot verify a token does not start.
        var key = string.IsNullOrEmpty(authority) ? TokenKey.Read(KeyFile(configuration, environment)) : null;
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters.NameClaimType = "sub";
            options.TokenValidationParameters.ClockSkew = ClockSkew;
            if (key is null)
            {
                options.Authority = authority;
                options.Audience = configuration["Ledger:Auth:Audience"] ?? TokenKey.Audience;
                return;
            }

            options.TokenValidationParameters.ValidIssuer = configuration["Ledger:Auth:Issuer"] ?? TokenKey.Issuer;
            options.TokenValidationParameters.ValidAudience = configuration["Ledger:Auth:Audience"] ?? TokenKey.Audience;
            options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
            options.TokenValidationParameters.IssuerSigningKey = key;
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim("sub").Build());
    }

    public static string KeyFile(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Ledger:Auth:SigningKeyFile"] is { Length: > 0 } file)
            return file;
        return environment.IsDevelopment()
            ? Path.Combine(configuration["LEDGER_DATA"] ?? ".data", "signing-key")
            : throw new SettingsException("Set Ledger__Auth__Authority, or Ledger__Auth__SigningKeyFile, to verify tokens.");
    }
}
