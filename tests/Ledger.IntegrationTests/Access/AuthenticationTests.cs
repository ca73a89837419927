using System.Security.Claims;
using System.Security.Cryptography;
using Ledger.Access;
using Ledger.IntegrationTests.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace Ledger.IntegrationTests.Access;

/// <summary>Who may come in at all: every route, every way in which a token can be wrong.</summary>
public sealed class AuthenticationTests(LedgerService service) : IClassFixture<LedgerService>
{
    private static readonly SymmetricSecurityKey AnotherKey = new(RandomNumberGenerator.GetBytes(32));

    public static TheoryData<string> WrongTokens => ["none", "no-token", "garbage", "expired", "not-yet", "other-issuer",
        "other-audience", "alg-none", "other-key", "other-algorithm"];

    [Theory, MemberData(nameof(WrongTokens))]
    public async Task No_route_opens_to_a_wrong_token(string wrong)
    {
        var stranger = service.With(Token(wrong));

        foreach (var route in Routes.All)
        {
            var answer = (await route.By(stranger)).Is(401, "unauthorized");
            answer.Header("WWW-Authenticate").ShouldNotBeNull().ShouldStartWith("Bearer");
            answer.Header("Content-Type").ShouldBe("application/problem+json");
        }
    }

    [Fact]
    public async Task No_route_opens_to_a_tenant_that_this_ledger_does_not_have()
    {
        var stranger = service.As("li", "nowhere");

        foreach (var route in Routes.All)
            (await route.By(stranger)).Is(403, "unknown-tenant");
    }

    [Fact]
    public async Task A_token_that_names_no_tenant_opens_nothing()
    {
        var claims = Descriptor(service.Template.Key);
        claims.Subject = new([new("sub", "li")]);
        var stranger = service.With(new JsonWebTokenHandler().CreateToken(claims));

        foreach (var route in Routes.All)
            (await route.By(stranger)).Is(403, "unknown-tenant");
    }

    [Fact]
    public async Task A_token_that_names_nobody_opens_nothing()
    {
        var claims = Descriptor(service.Template.Key);
        claims.Subject = new([new("tenant", "t1")]);
        var stranger = service.With(new JsonWebTokenHandler().CreateToken(claims));

        foreach (var route in Routes.All)
            (await route.By(stranger)).Is(403, "not-allowed");
    }

    [Fact]
    public async Task A_token_opens_its_own_tenant()
    {
        var answer = (await service.With(new JsonWebTokenHandler().CreateToken(Descriptor(service.Template.Key))).Get("/api/areas")).Is(200);

        answer.Json["items"]!.AsArray().ShouldBeEmpty();
    }

    private string? Token(string wrong)
    {
        var right = Descriptor(service.Template.Key);
        switch (wrong)
        {
            case "none": return null;
            case "no-token": return "";
            case "garbage": return "abc.def.ghi";
            case "expired": (right.NotBefore, right.Expires) = (At(-120), At(-60)); break;
            case "not-yet": (right.NotBefore, right.Expires) = (At(60), At(120)); break;
            case "other-issuer": right.Issuer = "https://elsewhere.example"; break;
            case "other-audience": right.Audience = "another-service"; break;
            case "alg-none": right.SigningCredentials = null; break;
            case "other-key": right.SigningCredentials = new(AnotherKey, SecurityAlgorithms.HmacSha256); break;
            case "other-algorithm":
                right.SigningCredentials = new(
                new SymmetricSecurityKey([.. service.Template.Key.Key, .. service.Template.Key.Key]), SecurityAlgorithms.HmacSha512); break;
            default: throw new ArgumentOutOfRangeException(nameof(wrong), wrong, null);
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(right);
    }

    private SecurityTokenDescriptor Descriptor(SymmetricSecurityKey key) => new()
    {
        Issuer = TokenKey.Issuer,
        Audience = TokenKey.Audience,
        Subject = new([new Claim("sub", "li"), new Claim("tenant", "t1")]),
        NotBefore = At(-1),
        Expires = At(60),
        SigningCredentials = new(key, SecurityAlgorithms.HmacSha256),
    };

    private DateTime At(int minutes) =>
        (service.Service<IClock>().GetCurrentInstant() + Duration.FromMinutes(minutes)).ToDateTimeUtc();
}
