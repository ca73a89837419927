using Ledger.IntegrationTests.Hosting;
using Ledger.Messages;

namespace Ledger.IntegrationTests.Messages;

/// <summary>A message that fails again and again is put aside where an operator sees it, and is handled once it is
/// replayed.</summary>
public sealed class DeadLetterTests(ClockedService service) : IClassFixture<ClockedService>
{
    [Fact]
    public async Task A_message_that_keeps_failing_is_shown_by_the_command_line_and_in_ready_and_handled_after_its_replay()
    {
        var li = service.As("li");
        await Acts.RecordBefore(li, "EstablishLeadingGroup");
        await service.Run("alter table ledger.became_effective add constraint broken check (tenant_id <> 't1') not valid");
        (await li.Post("/api/units/planning/rename", """{"nameZh":"新局","nameEn":"New Bureau","effectiveFrom":"2190-01-01"}""")).Is(200);
        await Await.Until(() => service.Rows("select from ledger.dated_ahead"), rows => rows.Count == 1);
        await service.SetAhead(days: 66_000);
        await service.WakeScheduled();

        var dead = await Await.Until(() => service.Service<DeadLetters>().All(CancellationToken.None), d => d.Count == 1);
        dead[0].Body.ShouldBe("""{"tenantId":"t1","day":"2190-01-01"}""");
        dead[0].ExceptionMessage.ShouldContain("broken");
        var ready = (await service.With(token: null).Get("/health/ready")).Is(200);
        ((string)ready.Json["warnings"]![0]!["part"]!).ShouldBe("messages");
        var (code, text) = await HostProcess.Run(service, "messages", "dead");
        (code, text).ShouldSatisfyAllConditions(
            () => code.ShouldBe(0, text), () => text.ShouldContain($"{dead[0].Id}"), () => text.ShouldContain("2190-01-01"), () => text.ShouldContain("1 failed."));

        await service.Run("alter table ledger.became_effective drop constraint broken");
        (await HostProcess.Run(service, "messages", "replay")).Code.ShouldBe(1);
        (await HostProcess.Run(service, "messages", "replay", $"{Guid.CreateVersion7()}")).Code.ShouldBe(1);
        (await HostProcess.Run(service, "messages", "replay", $"{dead[0].Id}")).ShouldBe((0, "1 to be handled again.\n"));
        await Await.Until(() => li.Get("/api/became-effective"), feed => feed.Is(200).Json["items"]!.AsArray().Count == 1);
        (await Await.Until(() => service.With(token: null).Get("/health/ready"), r => r.Is(200).Json["warnings"]!.AsArray().Count == 0)).Is(200);
    }
}
