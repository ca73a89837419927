using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Shapes;
using Ledger.Store;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Webhooks;

/// <summary>Sends noted reminders to their webhooks, signed.</summary>
public sealed class Sender(LedgerDatabase database) : IDisposable
{
    /// <summary><c>t=</c>seconds since 1970<c>,v1=</c>HMAC-SHA256 of <c>t.body</c> by the secret's characters, in hex.</summary>
    public const string SignatureHeader = "Ledger-Signature";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>So long after a webhook did not answer in time no more is tried on it, or each of its reminders would keep those
    /// of all others waiting in turn.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private const int ReasonLengthMax = 300;

    private const string Sql = """
        select w.url, w.secret, w.tenant_id, s.reminder_id, s.due_on, s.data, s.noted_at
        from ledger.reminder_sent s join ledger.webhook w on w.webhook_id = s.webhook_id
        where s.webhook_id = $1 and s.number = $2 and s.delivered_at is null
        """;

    private const string DeliveredSql =
        "update ledger.reminder_sent set delivered_at = clock_timestamp() where webhook_id = $1 and number = $2";

    /// <summary>When a webhook last did not answer in time, as the stopwatch has it.</summary>
    private readonly ConcurrentDictionary<string, long> silent = new();

    // A redirect would carry what is signed for one address to another.
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    { Timeout = Patience };

    /// <summary>Sends it, unless it was delivered before or its webhook was removed.</summary>
    /// <exception cref="NotDeliveredException">It was not answered by 2xx.</exception>
    public async Task Send(ReminderDue message, CancellationToken cancellation)
    {
        if (await Find(message, cancellation) is not { } letter)
            return;
        if (silent.TryGetValue(message.WebhookId, out var since) && Stopwatch.GetElapsedTime(since) < Pause)
            throw new NotDeliveredException(letter.Url, $"did not answer less than {Pause.TotalSeconds} s ago and was not asked");
        var body = JsonSerializer.Serialize(letter.Event, LedgerJson.Options);
        using var request = new HttpRequestMessage(HttpMethod.Post, letter.Url)
        {
            Content = new StringContent(body, new MediaTypeHeaderValue(ReminderEvent.ContentType, "utf-8")),
        };
        request.Headers.UserAgent.Add(new("Ledger", "1"));
        // The receiver's clock compares it with its own, so it is this machine's and not PostgreSQL's.
        request.Headers.Add(SignatureHeader, Signature(letter.Secret, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), body));
        await Post(message.WebhookId, request, cancellation);

        await using var delivered = database.Writer.CreateCommand(DeliveredSql);
        delivered.Parameters.Add(new() { Value = message.WebhookId });
        delivered.Parameters.Add(new() { Value = message.Number });
        await delivered.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The header's value for a body sent at some second.</summary>
    private static string Signature(string secret, long seconds, string body) => string.Create(CultureInfo.InvariantCulture,
        $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}")))}");

    public void Dispose() => http.Dispose();

    private async Task Post(string webhookId, HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!response.IsSuccessStatusCode)
                throw new NotDeliveredException(request.RequestUri!, $"answered {(int)response.StatusCode}");
        }
        catch (HttpRequestException e)
        {
            throw new NotDeliveredException(request.RequestUri!, Why(e));
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            silent[webhookId] = Stopwatch.GetTimestamp();
            throw new NotDeliveredException(request.RequestUri!, $"did not answer within {Patience.TotalSeconds} s", e);
        }
    }

    /// <summary>What went wrong underneath. It may quote the receiver, who decides neither what a log and a terminal are made
    /// to do, nor whether PostgreSQL can keep the reason: it takes no NUL.</summary>
    private static string Why(HttpRequestException e)
    {
        var text = e.GetBaseException().Message;
        return string.Concat(text.Take(ReasonLengthMax).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
    }

    private async Task<Letter?> Find(ReminderDue message, CancellationToken cancellation)
    {
        await using var command = database.Reader.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = message.WebhookId });
        command.Parameters.Add(new() { Value = message.Number });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return null;
        var (data, dueOn) = (JsonNode.Parse(reader.GetString(5))!, reader.GetFieldValue<LocalDate>(4));
        var subject = data["subject"];
        return new(new(reader.GetString(0)), reader.GetString(1), new(
            $"{reader.GetString(3)}-{LocalDatePattern.Iso.Format(dueOn)}",
            new($"/tenants/{reader.GetString(2)}", UriKind.Relative),
            subject is null ? $"unit/{data["unitId"]}" : $"{subject["type"]}/{subject["id"]}",
            reader.GetFieldValue<Instant>(6),
            // Compared as text, which is how CloudEvents orders sequences.
            message.Number.ToString("D10", CultureInfo.InvariantCulture), data));
    }

    private sealed record Letter(Uri Url, string Secret, ReminderEvent Event);
}

/// <summary>A webhook did not take what it was sent.</summary>
public sealed class NotDeliveredException(Uri url, string why, Exception? inner = null)
    : Exception($"{url.Scheme}://{url.Authority} {why}", inner);
