using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Benchmarks.Subjects;

/// <summary>A line of an import, before it has its place in the file.</summary>
/// <param name="At">When it is said to have been recorded.</param>
internal sealed record Line(Instant At, byte[] Text)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Line Of(Instant at, string actor, string command, JsonObject data) => new(at, JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["at"] = InstantPattern.ExtendedIso.Format(at),
            ["actor"] = actor,
            ["command"] = command,
            ["data"] = data,
        }, Options));

    /// <summary>Writes the lines in order of their instants.</summary>
    public static void Write(IEnumerable<Line> lines, Stream to)
    {
        foreach (var line in lines.OrderBy(l => l.At))
        {
            to.Write(line.Text);
            to.WriteByte((byte)'\n');
        }
    }
}
