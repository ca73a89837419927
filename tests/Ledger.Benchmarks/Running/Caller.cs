using System.Net.Http.Headers;
using System.Text;

namespace Ledger.Benchmarks.Running;

/// <summary>One tenant's caller of one server: connections of its own, a token, and every answer read to its end.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient http;
    private readonly AuthenticationHeaderValue token;

    public Caller(Uri server, string token)
    {
        this.token = new("Bearer", token);
        http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = server,
            Timeout = TimeSpan.FromMinutes(60),
        };
    }

    public async Task<Answer> Get(string path, string? ifNoneMatch, int status, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await Send(request, status, cancellation);
    }

    public Task<Answer> Post(string path, byte[] body, string type, int status, CancellationToken cancellation) =>
        Post(path, new MemoryStream(body), type, status, cancellation);

    public async Task<Answer> Post(string path, Stream body, string type, int status, CancellationToken cancellation)
    {
        using var content = new StreamContent(body);
        content.Headers.ContentType = new(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        return await Send(request, status, cancellation);
    }

    public void Dispose() => http.Dispose();

    private async Task<Answer> Send(HttpRequestMessage request, int status, CancellationToken cancellation)
    {
        request.Headers.Authorization = token;
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        if ((int)response.StatusCode != status)
            throw new BenchmarkFailedException($"{request.Method} {request.RequestUri} answered {(int)response.StatusCode} instead of {status}: "
                + Encoding.UTF8.GetString(body)[..Math.Min(body.Length, 2_000)]);
        return new(body, response.Headers.TryGetValues("ETag", out var tags) ? tags.First() : null);
    }
}

internal sealed record Answer(byte[] Body, string? Tag);
