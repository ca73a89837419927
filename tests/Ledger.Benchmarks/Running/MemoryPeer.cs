using Ledger.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ledger.Benchmarks.Running;

/// <summary>What a read could cost at best here: the same server and the same check of the token, and the same bytes out
/// of memory.</summary>
internal static class MemoryPeer
{
    public const string Argument = "--memory-peer";

    public static async Task<int> Run(string[] args)
    {
        var (body, tag) = (await File.ReadAllBytesAsync(args[0]), args[1]);
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddLedgerAuthentication(builder.Configuration, builder.Environment);
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/api/matrix", async (HttpContext http) =>
        {
            var response = http.Response;
            response.Headers.ETag = tag;
            response.Headers.CacheControl = "private, no-cache";
            if (http.Request.Headers.IfNoneMatch == tag)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = body.Length;
            await response.BodyWriter.WriteAsync(body, http.RequestAborted);
        });
        await app.RunAsync();
        return 0;
    }
}
