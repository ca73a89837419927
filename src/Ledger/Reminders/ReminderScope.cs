using Ledger.People;
using Ledger.Reads;
using Ledger.Store;
using Ledger.Units;

namespace Ledger.Reminders;

/// <summary>Whose reminders: a unit's, with those below it or without, or an office-holder's; of neither, the tenant's.</summary>
public sealed record ReminderScope(string? UnitId, bool Subtree, string? PersonId)
{
    /// <summary>As the parameters of <see cref="GetReminders.Route"/>.</summary>
    internal Dictionary<string, string> Values()
    {
        var values = new Dictionary<string, string>();
        if (UnitId is not null)
            values[QueryParameter.Unit.Name] = UnitId;
        if (Subtree)
            values[QueryParameter.Subtree.Name] = "true";
        if (PersonId is not null)
            values[GetReminders.Person.Name] = PersonId;
        return values;
    }

    public override string ToString() => PersonId is not null ? $"person {PersonId}"
        : UnitId is not null ? $"unit {UnitId}{(Subtree ? " and below" : "")}"
        : "all units";
}

/// <summary>Reads reminders for those who ask without a request: as of today in the tenant's zone, as known now.</summary>
public sealed class ReminderReader(LedgerDatabase database, EventCodec codec, ClockReader clocks)
{
    /// <summary>Why there is nothing to remind of for a scope; null when there may be.</summary>
    /// <exception cref="UnknownTenantException">The tenant is not one of this ledger.</exception>
    public async Task<string?> Unknown(string tenant, ReminderScope scope, CancellationToken cancellation)
    {
        var session = await Session(tenant, scope, cancellation);
        if (scope.UnitId is { } unit && await GetUnits.Find(session, unit, cancellation) is null)
            return $"There is no unit '{unit}'.";
        return scope.PersonId is { } person && await GetPeople.Find(session, person, cancellation) is null
            ? $"There is no office-holder '{person}'."
            : null;
    }

    /// <summary>The reminders with due dates in the window that <paramref name="around"/> makes of today's date. None for a
    /// unit or person that is not known any more.</summary>
    public async Task<DueNow> Now(
        string tenant, ReminderScope scope, Func<NodaTime.LocalDate, Window> around, CancellationToken cancellation)
    {
        var session = await Session(tenant, scope, cancellation);
        var (reminders, _) = await GetReminders.Of(session, around(session.Question.AsOf), cancellation);
        return new(session.Question, reminders);
    }

    private async Task<ReadSession> Session(string tenant, ReminderScope scope, CancellationToken cancellation)
    {
        var (now, _) = await clocks.Resolve(tenant, null, null, cancellation);
        return new(database, codec, clocks, new(
            tenant, now!.Zone, now.AsOf, now.Position, now.KnownAt, Question.LimitMax, null, scope.Values()));
    }
}

/// <param name="Asked">With both clocks.</param>
public sealed record DueNow(Question Asked, IReadOnlyList<Reminder> Reminders);
