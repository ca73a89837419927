using Ledger.Reads;

namespace Ledger.CivicActivities;

/// <summary>Activities that units held and honours that they received, as known, by date.</summary>
public static class GetCivicActivities
{
    private static readonly UnitList<ActivityDocument> Held = UnitList.ByDate<ActivityDocument>(
        ReadSession.Documents("civic_activity"), "held_on", "activity_id", a => a.HeldOn, a => a.ActivityId);

    private static readonly UnitList<HonourDocument> Received = UnitList.ByDate<HonourDocument>(
        ReadSession.Documents("honour"), "received_on", "honour_id", h => h.ReceivedOn, h => h.HonourId);

    public static readonly ReadRoute Activities = new("/api/activities", "ListActivities", "Activities that units held, by date",
        typeof(Page<ActivityDocument>),
        [QueryParameter.Unit, QueryParameter.Subtree, QueryParameter.Date("from", "Held on this date or later."),
            QueryParameter.Date("to", "Held on this date or earlier.")],
        (session, cancellation) => Held.Read(session, cancellation))
    { IsKey = SortKey.IsDateAndId };

    public static readonly ReadRoute Honours = new("/api/honours", "ListHonours", "Honours that units received, by date",
        typeof(Page<HonourDocument>),
        [QueryParameter.Unit, QueryParameter.Subtree, QueryParameter.Date("from", "Received on this date or later."),
            QueryParameter.Date("to", "Received on this date or earlier.")],
        (session, cancellation) => Received.Read(session, cancellation))
    { IsKey = SortKey.IsDateAndId };
}
