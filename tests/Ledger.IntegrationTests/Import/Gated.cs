using System.Net;
using System.Text;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Import;

/// <summary>A body that goes on its way as it is written.</summary>
internal sealed class Gated : HttpContent
{
    private readonly TaskCompletionSource<Stream> stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Gated() => Headers.ContentType = new(Client.Lines);

    public async Task Write(string text)
    {
        var to = await stream.Task;
        await to.WriteAsync(Encoding.UTF8.GetBytes(text));
        await to.FlushAsync();
    }

    public void End() => end.SetResult();

    public void Break() => end.SetException(new IOException("The line was cut."));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        this.stream.SetResult(stream);
        return end.Task;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
