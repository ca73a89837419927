using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ledger.BecameEffective;
using Ledger.IntegrationTests.Hosting;
using Ledger.Messages;
using Ledger.Webhooks;
using NodaTime;
using NodaTime.Text;

namespace Ledger.IntegrationTests.Webhooks;

/// <summary>Every reminder is sent once, whatever ran or did not run when it came due, and in a way that its receiver can
/// check.</summary>
public sealed class WebhookTests(TemplateDatabase template) : IAsyncLifetime
{
    private readonly ClockedService service = new(template);
    private Receiver receiver = null!;
    private string tenant = "";
    private LocalDate today;

    public async ValueTask InitializeAsync()
    {
        await service.InitializeAsync();
        receiver = await Receiver.Start();
        tenant = await service.NewTenant();
        await Acts.RecordBefore(service.As("li", tenant), "EstablishLeadingGroup");
        today = await service.TrueDate(DateTimeZoneProviders.Tzdb[TemplateDatabase.ZoneOfT1]);
    }

    public async ValueTask DisposeAsync()
    {
        await receiver.DisposeAsync();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task Each_is_sent_once_over_restarts_and_days_without_a_node()
    {
        var li = service.As("li", tenant);
        await Raise(li, "soon", 3);
        await Raise(li, "closed", 3);
        (await li.Post("/api/tasks/closed/cancel", """{"reason":"重复"}""")).Is(200);
        await Raise(li, "far", 9);
        await Raise(li, "farther", 11);
        await Raise(li, "farthest", 30);
        (await li.Post("/api/obligations", $$"""
            {"obligationId":"obl","ruleCode":"B7","unitIds":["housing"],"effectiveFrom":"2025-01-01","parameters":
             {"meetingKind":"reminder","holidays":["{{Iso(5)}}"],"withinDaysBefore":15} }
            """)).Is(201);
        var id = await Add();

        (await Until(2)).ShouldBe($"1 task/soon {Iso(3)} | 2 unit/housing {Iso(4)}");
        await service.Service<Mornings>().Look(CancellationToken.None);
        await service.SetAhead(days: 2);
        (await Until(3)).ShouldBe($"1 task/soon {Iso(3)} | 2 unit/housing {Iso(4)} | 3 task/far {Iso(9)}");
        await Raise(li, "missed", 4);

        await service.Stop();
        await service.SetAhead(days: 5);
        service.StartNode();

        (await Until(5)).ShouldBe(
            $"1 task/soon {Iso(3)} | 2 unit/housing {Iso(4)} | 3 task/far {Iso(9)} | 4 task/missed {Iso(4)} overdue | 5 task/farther {Iso(11)}");
        await Await.Until(() => RemindedOn(id), day => day == Iso(5));
        await Await.Until(() => service.Rows("select from ledger.reminder_sent where delivered_at is null"), rows => rows.Count == 0);
        await Await.Until(
            () => service.Rows("select from ledger_messages.wolverine_incoming_envelopes where status <> 'Handled'"), rows => rows.Count == 0);
        receiver.All.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Two_nodes_send_each_once()
    {
        var li = service.As("li", tenant);
        for (var i = 0; i < 30; i++)
            await Raise(li, $"t{i}", i % 7);
        service.StartNode();
        var id = await Add();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.Service<Mornings>().Look(CancellationToken.None)));

        await Until(30);
        (await Await.Until(() => service.Rows("select from ledger.reminder_sent where delivered_at is null"), r => r.Count == 0)).ShouldBeEmpty();
        receiver.All.Select(r => r.Subject).Distinct().Count().ShouldBe(30);
        receiver.All.Select(r => (string)r.Event["sequence"]!).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 30).Select(n => $"{n:D10}"));
        (await RemindedOn(id)).ShouldBe(Iso(0));
    }

    [Fact]
    public async Task What_is_sent_is_a_signed_event_of_ids_and_dates()
    {
        await Raise(service.As("li", tenant), "soon", 3);
        var (_, secret, _) = await service.Service<WebhookStore>().Add(
            tenant, new(receiver.Url), new("planning", false, null), 7, CancellationToken.None);
        await Until(1);
        var sent = receiver.All.Single();

        sent.Request.ShouldBe("POST /hook?to=me");
        sent.ContentType.ShouldBe("application/cloudevents+json; charset=utf-8");
        var parts = sent.Signature.Split(',').ToDictionary(p => p.Split('=')[0], p => p.Split('=')[1]);
        parts["v1"].ShouldBe(Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{sent.Body}"))));
        var told = (await service.As("li", tenant).Get($"/api/reminders?from={Iso(3)}&to={Iso(3)}")).Json;
        var e = sent.Event.AsObject();
        ((string)e["time"]!).ShouldEndWith("Z");
        e.Remove("time");
        e["data"]!.AsObject().Remove("position").ShouldBeTrue();
        JsonNode.DeepEquals(e, JsonNode.Parse($$"""
            {"specversion":"1.0","id":"{{told["items"]![0]!["id"]}}-{{Iso(3)}}","source":"/tenants/{{tenant}}","type":"ledger.reminder.due",
             "subject":"task/soon","sequence":"0000000001","datacontenttype":"application/json",
             "data":{"dueOn":"{{Iso(3)}}","overdue":false,"kind":"task","unitId":"planning","personId":"wang",
                     "subject":{"type":"task","id":"soon"},"asOf":"{{Iso(0)}}"} }
            """)).ShouldBeTrue(sent.Body);
    }

    [Fact]
    public async Task What_is_not_taken_is_sent_again_and_again_then_put_aside_and_sent_on_replay()
    {
        await Raise(service.As("li", tenant), "soon", 3);
        receiver.Status = 307;
        await Add();

        var dead = await Dead();

        dead.Body.ShouldContain("\"number\":1");
        dead.ExceptionMessage.ShouldContain("answered 307");
        receiver.All.Select(r => (r.Request, r.Body)).Distinct().Count().ShouldBe(1);
        receiver.All.Count.ShouldBe(7);
        (await HostProcess.Run(service, "messages", "dead")).Text.ShouldContain("1 failed.");

        receiver.Status = 200;
        await service.Service<DeadLetters>().Replay([dead.Id], CancellationToken.None);
        await Until(8);
        (await Await.Until(() => service.Rows("select from ledger.reminder_sent where delivered_at is not null"), r => r.Count == 1)).Count.ShouldBe(1);
        receiver.All.Select(r => r.Body).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Whatever_a_receiver_answers_the_failure_is_put_aside_with_a_reason_that_can_be_printed()
    {
        await Raise(service.As("li", tenant), "soon", 3);
        receiver.Raw = [0, 27, .. "[2J"u8, .. Enumerable.Repeat((byte)'x', 1000), .. "\r\n\r\n"u8];
        await Add();

        var dead = await Dead();

        dead.ExceptionMessage.ShouldContain("invalid status line: '??[2Jxxx");
        dead.ExceptionMessage.Length.ShouldBeLessThan(400);
    }

    [Fact]
    public async Task One_that_does_not_answer_keeps_the_others_waiting_once_and_not_for_each_reminder()
    {
        for (var i = 0; i < 40; i++)
            await Raise(service.As("li", tenant), $"t{i}", i % 7);
        var answering = new TaskCompletionSource();
        receiver.Ready = answering.Task;
        await Add();

        const string FailedOnce = "select from ledger_messages.wolverine_incoming_envelopes where attempts > 0";
        (await Await.Until(() => service.Rows(FailedOnce), rows => rows.Count == 40)).Count.ShouldBe(40);
        receiver.All.Count.ShouldBe(8);

        answering.SetResult();
    }

    [Fact]
    public async Task The_reason_of_a_failure_names_the_cause_underneath()
    {
        await Raise(service.As("li", tenant), "soon", 3);
        await Add(url: receiver.Url.Replace("http:", "https:", StringComparison.Ordinal));

        (await Dead()).ExceptionMessage.ShouldNotContain("see inner exception");
    }

    [Fact]
    public async Task The_day_begins_in_the_tenants_zone_also_where_the_clocks_skip_midnight()
    {
        var zone = DateTimeZoneProviders.Tzdb["Asia/Beirut"];
        tenant = await service.NewTenant(zone.Id);
        var li = service.As("li", tenant);
        await Acts.RecordBefore(li, "EstablishLeadingGroup");
        var skipped = new LocalDate(2027, 3, 28);
        zone.MapLocal(skipped.AtMidnight()).Count.ShouldBe(0);
        await Raise(li, "on-it", Period.DaysBetween(today, skipped));
        var start = Emitter.StartOf(skipped, zone);

        await service.SetTo(start - Duration.FromMinutes(2));
        var id = await Add(daysBefore: 0);
        await Await.Until(() => RemindedOn(id), day => day == "2027-03-27");
        (await service.Rows("select from ledger.reminder_sent")).ShouldBeEmpty();

        await service.SetTo(start);
        await Await.Until(() => RemindedOn(id), day => day == "2027-03-28");
        (await Until(1)).ShouldBe("1 task/on-it 2027-03-28");
    }

    [Fact]
    public async Task The_command_line_adds_lists_and_removes_them_and_tells_the_secret_once()
    {
        foreach (var (url, unit, why) in new[]
        {
            ("http://example.org/hook", "planning", "The address must be https, or http on this machine.\n"),
            ("ftp://127.0.0.1/", "planning", "The address must be https, or http on this machine.\n"),
            ("https://me:mine@example.org/", "planning", "The address must hold no user and password: the signature says who sends.\n"),
            ("hook", "planning", "'hook' is no address.\n"),
            (receiver.Url, "nobodys", "There is no unit 'nobodys'.\n"),
        })
            (await HostProcess.Run(service, "webhook", "add", "--tenant", tenant, "--unit", unit, "--url", url)).ShouldBe((1, why));
        var (code, added) = await HostProcess.Run(
            service, "webhook", "add", "--tenant", tenant, "--url", receiver.Url, "--unit", "planning", "--subtree", "--days-before", "3");
        code.ShouldBe(0, added);
        var (id, secret) = (added.Split('\n')[0].Split(' ')[1], added.Split('\n')[1].Split(' ')[1]);

        var (_, listed) = await HostProcess.Run(service, "webhook", "list");
        listed.ShouldContain($"{id} tenant {tenant}, unit planning and below, 3 days before, to http://127.0.0.1");
        listed.ShouldContain("1 in all.");
        listed.ShouldNotContain(secret);
        listed.ShouldNotContain("to=me");
        (await HostProcess.Run(service, "webhook", "remove", id)).Code.ShouldBe(0);
        (await HostProcess.Run(service, "webhook", "remove", id)).Code.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_cannot_be_seen_to_is_shown_and_seen_to_once_it_can()
    {
        await Raise(service.As("li", tenant), "soon", 3);
        await service.Run("alter table ledger.reminder_sent add constraint broken check (false) not valid");
        var id = await Add();
        await Await.Until(() => Note(id), note => note.Contains("broken", StringComparison.Ordinal));
        ((string)(await service.With(token: null).Get("/health/ready")).Is(200).Json["warnings"]![0]!["part"]!).ShouldBe("reminders");

        await service.Run("alter table ledger.reminder_sent drop constraint broken");
        await service.Run("update ledger.webhook set failed_at = failed_at - interval '1 hour'");
        await Until(1);
        (await service.With(token: null).Get("/health/ready")).Is(200).Json["warnings"]!.AsArray().ShouldBeEmpty();
    }

    private static Task<Answer> Raised(Client li, string id, string due) => li.Post("/api/tasks", $$"""
        {"taskId":"{{id}}","unitId":"planning","planId":"plan-2025","areaId":"training","ownerId":"wang","title":"事","dueOn":"{{due}}"}
        """);

    private async Task Raise(Client li, string id, int days) => (await Raised(li, id, Iso(days))).Is(201);

    private string Iso(int days) => LocalDatePattern.Iso.Format(today.PlusDays(days));

    /// <summary>Lets all tries pass at once, and gives the message that failed.</summary>
    private async Task<DeadLetter> Dead() => (await Await.Until(async () =>
    {
        await service.WakeScheduled();
        return await service.Service<DeadLetters>().All(CancellationToken.None);
    }, dead => dead.Count == 1)).Single();

    private async Task<string> Add(int daysBefore = 7, string? url = null)
    {
        var (id, _, refused) = await service.Service<WebhookStore>().Add(
            tenant, new(url ?? receiver.Url), new(null, false, null), daysBefore, CancellationToken.None);
        refused.ShouldBeNull();
        return id;
    }

    /// <summary>Waits until so much came, and tells what, by sequence.</summary>
    private async Task<string> Until(int count)
    {
        await Await.Until(() => Task.FromResult(receiver.All), all => all.Count >= count);
        return string.Join(" | ", receiver.All.Select(r => r.Event).OrderBy(e => (string)e["sequence"]!, StringComparer.Ordinal)
            .Select(e => $"{((string)e["sequence"]!).TrimStart('0')} {e["subject"]} {e["data"]!["dueOn"]}{((bool)e["data"]!["overdue"]! ? " overdue" : "")}"));
    }

    private async Task<string> RemindedOn(string id) =>
        (await service.Rows($"select coalesce(reminded_on::text, '') as day from ledger.webhook where webhook_id = '{id}'"))[0].Split('"')[3];

    private async Task<string> Note(string id) =>
        (await service.Rows($"select failure, reminded_on from ledger.webhook where webhook_id = '{id}'"))[0];
}
