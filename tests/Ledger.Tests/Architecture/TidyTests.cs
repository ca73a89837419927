using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Architecture;

public partial class TidyTests
{
    /// <summary>What a reader takes in at one sitting.</summary>
    private const int FileLinesMax = 300;

    /// <summary>What fits beside a second pane. Texts and examples within quotes do not count: they are not broken.</summary>
    private const int LineLengthMax = 130;

    [Fact]
    public void No_file_is_longer_than_a_reader_takes_in()
    {
        var files = Repository.Sources().ToList();

        files.Count.ShouldBeGreaterThan(100);
        files.Where(f => f.Lines.Length > FileLinesMax).Select(f => $"{f.Path} {f.Lines.Length}").ShouldBeEmpty();
    }

    [Fact]
    public void No_line_is_longer_than_a_pane_is_wide()
    {
        Repository.Sources().SelectMany(f => LongLines(f.Path, f.Lines)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_system_says_in_one_line_what_it_is_for()
    {
        var system = Repository.PathOf("src", "Ledger");
        var folders = Directory.EnumerateDirectories(system, "*", SearchOption.AllDirectories)
            .Select(d => Path.GetRelativePath(system, d).Replace('\\', '/'))
            .Where(d => d.Split('/')[0] is not ("bin" or "obj"));

        Folder().Matches(File.ReadAllText(Repository.PathOf("src", "README.md"))).Select(m => m.Groups[1].Value)
            .ShouldBe(folders, ignoreOrder: true);
    }

    private static IEnumerable<string> LongLines(string path, string[] lines)
    {
        var inRawText = false;
        foreach (var (index, line) in lines.Index())
        {
            var code = Quoted().Replace(line, "");
            var wasInRawText = inRawText;
            inRawText ^= code.Contains("\"\"\"", StringComparison.Ordinal);
            if (!inRawText && !wasInRawText && code.Length > LineLengthMax)
                yield return $"{path}:{index + 1} {code.Length}";
        }
    }

    [GeneratedRegex("""""""(?<!")"""(?!").*?"""|(?<!")"(?:[^"\\]|\\.)*"(?!")""""""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\| `([\w/]+)/` \| \S", RegexOptions.Multiline)]
    private static partial Regex Folder();
}
