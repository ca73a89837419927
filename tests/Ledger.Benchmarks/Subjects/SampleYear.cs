using Ledger.Benchmarks.Running;

namespace Ledger.Benchmarks.Subjects;

/// <summary>The sample year of the repository.</summary>
internal static class SampleYear
{
    public static byte[] File()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "samples", "sample-year", "commands.jsonl");
            if (System.IO.File.Exists(file))
                return System.IO.File.ReadAllBytes(file);
        }

        throw new BenchmarkFailedException("samples/sample-year/commands.jsonl is not above this program.");
    }
}
