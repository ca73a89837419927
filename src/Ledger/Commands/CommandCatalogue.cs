using System.Diagnostics.CodeAnalysis;

namespace Ledger.Commands;

/// <summary>Every command by name, with its route.</summary>
public sealed class CommandCatalogue
{
    private readonly Dictionary<string, Entry> entries = [];

    public IEnumerable<Entry> Entries => entries.Values;

    /// <param name="route">Placeholders are members of the command, left out of the HTTP body.</param>
    /// <param name="matches">True when <c>If-Match</c> may be sent: the command concerns a stream that exists.</param>
    /// <param name="creates">True when the command may create the id that its receipt names.</param>
    public CommandCatalogue Add<TCommand>(string route, bool? matches = null, bool? creates = null)
        where TCommand : class, ICommand
    {
        var inPath = route.Split('/').Where(s => s.StartsWith('{')).Select(s => s.Trim('{', '}')).ToArray();
        entries.Add(typeof(TCommand).Name, new(
            typeof(TCommand), route, inPath, matches ?? inPath.Length > 0, creates ?? inPath.Length == 0));
        return this;
    }

    public bool TryFind(string name, [NotNullWhen(true)] out Entry? entry) => entries.TryGetValue(name, out entry);

    public sealed record Entry(Type Type, string Route, IReadOnlyList<string> InPath, bool Matches, bool Creates)
    {
        public string Name => Type.Name;
    }
}
