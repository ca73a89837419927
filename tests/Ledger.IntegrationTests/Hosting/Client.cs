using System.Net.Http.Headers;
using System.Text;

namespace Ledger.IntegrationTests.Hosting;

/// <summary>A caller of the service.</summary>
public sealed class Client(HttpClient http, string? token)
{
    public const string Json = "application/json";

    public const string Lines = "application/x-ndjson";

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Get, path, null, headers);

    public Task<Answer> Post(string path, string body, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, Content(Encoding.UTF8.GetBytes(body), Json), headers);

    /// <summary>Opens a live stream.</summary>
    public async Task<LiveReader> Live(string query, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/live{query}");
        request.Headers.Authorization = new("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return new(await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    public Task<Answer> Import(string query, string lines, params (string Name, string Value)[] headers) =>
        Import(query, Encoding.UTF8.GetBytes(lines), headers);

    public Task<Answer> Import(string query, byte[] lines, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, $"/api/import?{query}", Content(lines, Lines), headers);

    public async Task<Answer> Send(
        HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        foreach (var (name, value) in headers)
            _ = request.Headers.TryAddWithoutValidation(name, value) || content!.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        var answer = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new($"{method} {path}", (int)response.StatusCode, answer, await response.Content.ReadAsByteArrayAsync());
    }

    public static ByteArrayContent Content(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }
}
