using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Export;

/// <summary>One act in the form that an import takes. Its first four members are the act; the others tell how this
/// ledger came by it, and an import leaves them unread.</summary>
/// <param name="At">When this ledger learned of it (UTC); becomes the recorded instant again when it is imported.</param>
/// <param name="Actor">Whose act it is.</param>
/// <param name="Command">The command's name.</param>
/// <param name="Data">The command's members, made ids written out; names of persons only when they were asked for.</param>
/// <param name="RecordedBy">Who recorded it here.</param>
/// <param name="Imported">For imported history: what its source had claimed, and when this ledger took it.</param>
/// <param name="Positions">The first and the last position of its events.</param>
/// <param name="EventIds">The ids of its events, in order.</param>
public sealed record ExportedAct(
    Instant At, string Actor, string Command, JsonObject Data, string RecordedBy, ImportClaim? Imported,
    IReadOnlyList<long> Positions, IReadOnlyList<Guid> EventIds)
{
    /// <summary>
    /// The members of a command, from the first event that it led to. A command's members stand in that event under the
    /// same names (a test holds every command to it); what else the event holds was known to the ledger, and what
    /// followed from the command as further events follows from it again.
    /// </summary>
    public static JsonObject DataOf(CommandCatalogue.Entry command, ILedgerEvent first)
    {
        var recorded = JsonSerializer.SerializeToNode(first, first.GetType(), LedgerJson.Options)!.AsObject();
        var data = new JsonObject();
        foreach (var member in LedgerJson.Commands.GetTypeInfo(command.Type).Properties)
            if (recorded.TryGetPropertyValue(member.Name, out var value))
                data.Add(member.Name, value?.DeepClone());
            else if (member.IsRequired)
                // An event leaves out what is null, a command has to say it.
                data.Add(member.Name, null);
        return data;
    }
}
