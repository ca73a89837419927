using System.Text;
using Ledger.Commands;
using Shouldly;

namespace Ledger.Tests.Commands;

/// <summary>Reads JSON text into a command as HTTP and import do.</summary>
internal static class Reading
{
    /// <summary>The command; a malformed text fails.</summary>
    public static TCommand Of<TCommand>(string text, params (string Name, string Id)[] path)
        where TCommand : class, ICommand
    {
        var command = Read(typeof(TCommand).Name, Encoding.UTF8.GetBytes(text), path, out var malformed);
        malformed.ShouldBeNull();
        return command.ShouldBeOfType<TCommand>();
    }

    /// <summary>The member at fault and the code of the rule that it breaks.</summary>
    public static (string? Field, string Rule) Refusal(string command, string text, params (string Name, string Id)[] path) =>
        Refusal(command, Encoding.UTF8.GetBytes(text), path);

    public static (string? Field, string Rule) Refusal(string command, byte[] utf8, params (string Name, string Id)[] path)
    {
        Read(command, utf8, path, out var malformed).ShouldBeNull();
        malformed.ShouldNotBeNull();
        return (malformed.Field, malformed.Rule.Code);
    }

    private static ICommand? Read(string command, byte[] utf8, (string Name, string Id)[] path, out Malformed? malformed)
    {
        LedgerCatalogue.Commands.TryFind(command, out var entry).ShouldBeTrue();
        return CommandReader.Parse(utf8, out malformed) is { } json
            ? CommandReader.Bind(entry, json, path.ToDictionary(p => p.Name, p => p.Id), out malformed)
            : null;
    }
}
