using Ledger.IntegrationTests.Hosting;
using NodaTime.Text;

namespace Ledger.IntegrationTests.Commands;

/// <summary>Every command, sent once where it is right to send it.</summary>
public sealed class ReceiptTests(LedgerService service) : IClassFixture<LedgerService>
{
    [Fact]
    public void The_acts_of_these_tests_hold_every_command_of_the_catalogue() =>
        Acts.Each.Select(a => a.Command).Order().ShouldBe(LedgerCatalogue.Commands.Entries.Select(e => e.Name).Order());

    [Fact]
    public async Task Every_command_answers_with_a_receipt_whose_positions_and_versions_go_on()
    {
        var li = service.As("admin-li");
        var (position, last) = (0L, InstantPattern.ExtendedIso.Parse("2000-01-01T00:00:00Z").Value);

        foreach (var act in Acts.All)
        {
            var answer = (await li.Post(act.Path, act.Body)).Is(act.Status);

            var receipt = answer.Json;
            ((string)receipt["id"]!).ShouldBe(act.Id);
            answer.Header("ETag").ShouldBe($"\"{(long)receipt["version"]!}\"");
            var positions = receipt["events"]!.AsArray().Select(e => (long)e!["position"]!).ToList();
            positions.ShouldBe(Enumerable.Range(1, positions.Count).Select(i => position + i));
            position = positions[^1];
            ((long)receipt["position"]!).ShouldBe(position);
            answer.Header("Ledger-Position").ShouldBe($"{position}");
            var recordedAt = InstantPattern.ExtendedIso.Parse((string)receipt["recordedAt"]!).Value;
            recordedAt.ShouldBeGreaterThanOrEqualTo(last);
            last = recordedAt;
        }
    }
}
