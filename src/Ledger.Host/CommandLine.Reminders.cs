using System.CommandLine;
using Ledger.Calendars;
using Ledger.Reminders;
using Ledger.Webhooks;

namespace Ledger.Host;

internal static partial class CommandLine
{
    private static readonly Option<string?> Unit = new("--unit") { Description = "Only this unit." };

    private static readonly Option<bool> Subtree = new("--subtree") { Description = "With --unit: also those below it." };

    private static Command WebhookCommand() => new("webhook", "Addresses that reminders are sent to")
    {
        AddWebhook(),
        Listing("Lists them, without their secrets", async (services, cancellation) =>
        {
            var all = await services.GetRequiredService<WebhookStore>().All(cancellation);
            foreach (var w in all)
                Say($"{w.Id} tenant {w.TenantId}, {w.Scope}, {w.DaysBefore} days before, to {w.Url.Scheme}://{w.Url.Authority}, "
                    + $"{(w.RemindedOn is { } day ? $"seen to on {day:uuuu'-'MM'-'dd}" : "not seen to yet")}"
                    + (w.Failure is null ? "" : $"\n    {w.Failure}"));
            return all.Count;
        }),
        Ending("remove", "Removes one; what is on its way to it is not sent", (services, id, cancellation) =>
            services.GetRequiredService<WebhookStore>().Remove(id, cancellation)),
    };

    private static Command CalendarCommand() => new("calendar", "Calendars of due dates that a secret address opens")
    {
        AddCalendar(),
        Listing("Lists them, also those revoked", async (services, cancellation) =>
        {
            var all = await services.GetRequiredService<CalendarStore>().All(cancellation);
            foreach (var c in all)
                Say($"{c.Id} tenant {c.TenantId}, {c.Scope}, since {c.AddedAt}{(c.RevokedAt is { } at ? $", revoked {at}" : "")}");
            return all.Count;
        }),
        Ending("revoke", "Has its address open nothing any more", (services, id, cancellation) =>
            services.GetRequiredService<CalendarStore>().Revoke(id, cancellation)),
    };

    private static Command AddWebhook()
    {
        var url = new Option<string>("--url") { Description = "https, or http on this machine.", Required = true };
        var days = new Option<int>("--days-before")
        {
            Description = "How long before its due date a thing is reminded of.",
            DefaultValueFactory = _ => Webhook.DaysBeforeUsual,
        };
        var command = new Command("add", "Adds one and prints the secret that signs, once") { url, Tenant, Unit, Subtree, days };
        command.SetAction((parsed, cancellation) => With(async services =>
        {
            var before = parsed.GetRequiredValue(days);
            if (before is < 0 or > Webhook.DaysBeforeMax)
                return Failed($"Days before: 0 to {Webhook.DaysBeforeMax}.");
            if (parsed.GetValue(Subtree) && parsed.GetValue(Unit) is null)
                return Failed("--subtree goes with --unit.");
            if (!Uri.TryCreate(parsed.GetRequiredValue(url), UriKind.Absolute, out var address))
                return Failed($"'{parsed.GetRequiredValue(url)}' is no address.");
            var (id, secret, refused) = await services.GetRequiredService<WebhookStore>().Add(parsed.GetRequiredValue(Tenant),
                address, new(parsed.GetValue(Unit), parsed.GetValue(Subtree), null), before, cancellation);
            return refused is null ? Done($"Webhook {id}\nSecret {secret}") : Failed(refused);
        }));
        return command;
    }

    private static Command AddCalendar()
    {
        var person = new Option<string?>("--person") { Description = "Only what this office-holder owes." };
        var command = new Command("add", "Adds one and prints its address, once") { Tenant, Unit, Subtree, person };
        command.SetAction((parsed, cancellation) => With(async services =>
        {
            var scope = new ReminderScope(parsed.GetValue(Unit), parsed.GetValue(Subtree), parsed.GetValue(person));
            if (scope.UnitId is null == scope.PersonId is null || (scope.Subtree && scope.UnitId is null))
                return Failed("Name a unit, with --subtree or without, or a person.");
            var (id, secret, refused) = await services.GetRequiredService<CalendarStore>()
                .Add(parsed.GetRequiredValue(Tenant), scope, cancellation);
            return refused is null ? Done($"Calendar {id}\nPath /calendar/{secret}.ics") : Failed(refused);
        }));
        return command;
    }

    private static Command Listing(string description, Func<IServiceProvider, CancellationToken, Task<int>> list)
    {
        var command = new Command("list", description);
        command.SetAction((_, cancellation) => With(async services => Done($"{await list(services, cancellation)} in all.")));
        return command;
    }

    private static Command Ending(
        string name, string description, Func<IServiceProvider, string, CancellationToken, Task<bool>> end)
    {
        var id = new Argument<string>("id") { Description = "One of the list." };
        var command = new Command(name, description) { id };
        command.SetAction((parsed, cancellation) => With(async services =>
        {
            var one = parsed.GetRequiredValue(id);
            return await end(services, one, cancellation) ? Done($"{one}: done.") : Failed($"There is no {one}.");
        }));
        return command;
    }
}
