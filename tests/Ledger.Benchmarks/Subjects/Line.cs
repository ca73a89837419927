using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Benchmarks.Subjects;

/// <summary>A line of an import, before it has its place in the file.</summary>
/// <param name="At">When it is said to have been recorded.</param>
internal sealed record Line(Instant At, string Actor, string Command, JsonObject Data)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines as a file, in order of their instants.</summary>
    public static byte[] File(IEnumerable<Line> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.OrderBy(l => l.At))
            text.Append(new JsonObject
            {
                ["at"] = InstantPattern.ExtendedIso.Format(line.At),
                ["actor"] = line.Actor,
                ["command"] = line.Command,
                ["data"] = line.Data,
            }.ToJsonString(Options)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
