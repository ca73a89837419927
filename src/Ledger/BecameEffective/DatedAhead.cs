using Ledger.Following;
using Ledger.Log;
using Ledger.Messages;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.BecameEffective;

/// <summary>Notes the acts that were recorded before a day on which they may take effect, and has somebody woken when the
/// day begins: once for all that are noted for a day.</summary>
public sealed class DatedAhead(Outbox outbox) : ISubscriber
{
    public const string Follower = "became-effective";

    private const string Sql = """
        insert into ledger.dated_ahead (tenant_id, effective_on, position, stream) values ($1, $2, $3, $4)
        returning not exists (select from ledger.dated_ahead where tenant_id = $1 and effective_on = $2)
        """;

    public string Name => Follower;

    public async Task Take(FollowStep step, Recorded recorded, CancellationToken cancellation)
    {
        var recordedOn = recorded.RecordedAt.InZone(step.Tenant.Zone).Date;
        foreach (var day in Effects.DaysOf(recorded.Data).Where(d => d > recordedOn))
        {
            await using var command = new NpgsqlCommand(Sql, step.Connection, step.Transaction)
            {
                Parameters =
                {
                    new() { Value = step.Tenant.Id },
                    new() { Value = day, NpgsqlDbType = NpgsqlDbType.Date },
                    new() { Value = recorded.Position },
                    new() { Value = recorded.Data.Stream },
                },
            };
            if (await command.ExecuteScalarAsync(cancellation) is true)
                await outbox.Schedule(
                    step.Transaction, new DayBegan(step.Tenant.Id, day), Emitter.StartOf(day, step.Tenant.Zone));
        }
    }
}
