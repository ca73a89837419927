using System.Text.Json;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Shouldly;

namespace Ledger.Tests;

/// <summary>What a decision must say. Events and facts are compared whole, as the text that is stored or sent.</summary>
internal static class Then
{
    /// <summary>The id exists from this command on.</summary>
    public static void ShouldCreate(this Decision decision, string id, params ILedgerEvent[] events)
    {
        decision.ShouldLeadTo(id, events);
        decision.Creates.ShouldBeTrue();
    }

    /// <summary>The id existed before.</summary>
    public static void ShouldRecord(this Decision decision, string id, params ILedgerEvent[] events)
    {
        decision.ShouldLeadTo(id, events);
        decision.Creates.ShouldBeFalse();
    }

    public static void ShouldRefuse(this Decision decision, string code, string? field, object? facts = null, int status = 422)
    {
        decision.Events.ShouldBeEmpty();
        var refusal = decision.Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        refusal.Field.ShouldBe(field);
        refusal.Status.ShouldBe(status);
        Text(refusal.Facts).ShouldBe(Text(facts));
    }

    public static void ShouldNotKnow(this Decision decision, string kind, string id, string field) =>
        decision.ShouldRefuse("unknown-id", field, new { kind, id }, status: 404);

    public static void ShouldFindTaken(this Decision decision, string kind, string id, string field) =>
        decision.ShouldRefuse("id-exists", field, new { kind, id }, status: 409);

    public static string Text(object? value) => JsonSerializer.Serialize(value, LedgerJson.Options);

    private static void ShouldLeadTo(this Decision decision, string id, ILedgerEvent[] events)
    {
        decision.Refusal.ShouldBeNull();
        decision.Id.ShouldBe(id);
        decision.Events.Select(Stored).ShouldBe(events.Select(Stored));
    }

    private static string Stored(ILedgerEvent data) =>
        $"{LedgerCatalogue.Events.AliasOf(data)} {JsonSerializer.Serialize(data, data.GetType(), LedgerJson.Options)}";
}
