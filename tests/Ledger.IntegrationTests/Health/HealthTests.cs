using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Health;

public sealed class HealthTests(LedgerService service) : IClassFixture<LedgerService>
{
    [Theory, InlineData("/health/live", "live"), InlineData("/health/ready", "ready")]
    public async Task A_probe_needs_no_token(string path, string status)
    {
        var answer = (await service.With(token: null).Get(path)).Is(200);

        ((string)answer.Json["status"]!).ShouldBe(status);
        answer.Json["problems"]!.AsArray().ShouldBeEmpty();
    }
}
