using NodaTime;

namespace Ledger.IntegrationTests.Hosting;

/// <summary>A service whose PostgreSQL has a clock that can be set ahead: in its database <c>clock_timestamp()</c> is a
/// function of this test's own, found before PostgreSQL's. Everything of the ledger takes its time from there.</summary>
public class ClockedService(TemplateDatabase template) : LedgerService(template)
{
    protected override async Task Prepare()
    {
        await Run("""
            create schema clock;
            create table clock.ahead (by interval not null);
            insert into clock.ahead values ('0');
            create function clock.clock_timestamp() returns timestamptz language sql volatile
                as 'select pg_catalog.clock_timestamp() + by from clock.ahead';
            do 'begin execute format(''alter database %I set search_path = clock, pg_catalog, public'', current_database()); end'
            """);
        Sql.Clear();
    }

    /// <summary>Sets the clock ahead of the true one.</summary>
    public Task SetAhead(int days) => Run($"update clock.ahead set by = '{days} days'");

    /// <summary>Sets the clock to an instant, from which it goes on.</summary>
    public Task SetTo(Instant now) => Run(
        $"update clock.ahead set by = '{NodaTime.Text.InstantPattern.ExtendedIso.Format(now)}'::timestamptz - pg_catalog.clock_timestamp()");

    /// <summary>The date of PostgreSQL's own clock.</summary>
    public async Task<LocalDate> TrueDate(DateTimeZone zone)
    {
        await using var command = Sql.CreateCommand("select pg_catalog.clock_timestamp()");
        return ((Instant)(await command.ExecuteScalarAsync())!).InZone(zone).Date;
    }

    /// <summary>The nodes wake by their own clocks, which nobody can set: what waits for its day is woken now.</summary>
    public Task WakeScheduled() => Run(
        "update ledger_messages.wolverine_incoming_envelopes set execution_time = pg_catalog.now() where status = 'Scheduled'");
}
