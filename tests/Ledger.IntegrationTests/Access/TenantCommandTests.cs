using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Access;

/// <summary>t1 has recorded a year, t2 sends every command with t1's ids.</summary>
public sealed class TenantCommandTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client stranger = service.As("admin-li", "t2");

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task No_command_finds_another_tenants_ids(string command)
    {
        var act = Acts.Of(command);

        var answer = await stranger.Post(act.Path, act.Body);

        if (command == "DefineArea" || act.Id == "city")
            answer.Is(201); // It names nothing that must exist; the id is t2's own.
        else
            answer.Is(404, "unknown-id");
    }
}
