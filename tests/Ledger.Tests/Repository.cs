namespace Ledger.Tests;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Ledger.sln.</summary>
    public static readonly string Root = Find(AppContext.BaseDirectory);

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>Every C# file below <c>src</c> that a person wrote, with its path from the root.</summary>
    public static IEnumerable<(string Path, string[] Lines)> Sources() =>
        from path in Directory.EnumerateFiles(PathOf("src"), "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, path).Replace('\\', '/')
        where !relative.Contains("/obj/") && !relative.Contains("/bin/")
        orderby relative
        select (relative, File.ReadAllLines(path));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Ledger.sln")) ? folder
        : Directory.GetParent(folder) is { } above ? Find(above.FullName)
        : throw new InvalidOperationException("The tests run outside a checkout: no Ledger.sln above them.");
}
