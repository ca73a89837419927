using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;
using Npgsql;

namespace Ledger.Meetings;

/// <summary>Meetings as known, by the date held, else scheduled.</summary>
public static class GetMeetings
{
    private static readonly string Select = ReadSession.Documents("meeting");

    private static readonly UnitList<MeetingDocument> Meetings = UnitList.ByDate<MeetingDocument>(
        Select, "on_date", "meeting_id", m => m.HeldOn ?? m.ScheduledFor!.Value.Date, m => m.MeetingId);

    public static readonly ReadRoute List = new("/api/meetings", "ListMeetings", "Meetings, by date", typeof(Page<MeetingDocument>),
        [QueryParameter.Unit, QueryParameter.Subtree, QueryParameter.Code<MeetingKind>("kind", "Only meetings of this kind."),
            QueryParameter.Code<MeetingState>("status", "Only meetings in this state."),
            QueryParameter.Date("from", "Held, else scheduled, on this date or later."),
            QueryParameter.Date("to", "Held, else scheduled, on this date or earlier.")],
        (session, cancellation) => Meetings.Read(session, cancellation,
            ("kind = {}", session.Question.Text("kind")), ("status = {}", session.Question.Text("status"))))
    { IsKey = SortKey.IsDateAndId };

    public static readonly ReadRoute One = new(
        "/api/meetings/{meetingId}", "GetMeeting", "One meeting", typeof(MeetingDocument), [], ReadOne);

    /// <summary>The meetings of a set of units; null for the whole tenant.</summary>
    public static Task<List<MeetingDocument>> Of(ReadSession session, string[]? units, CancellationToken cancellation) =>
        session.Query(
        Select + (units is null ? "" : " and unit_id = any($4)") + " order by on_date, meeting_id", Row, cancellation, [units ?? []]);

    private static async Task<Reading> ReadOne(ReadSession session, CancellationToken cancellation)
    {
        var meetingId = session.Question.Path("meetingId");
        var found = await session.Query(Select + " and meeting_id = $4", Row, cancellation, meetingId);
        return Reading.Of(found, Refusal.Unknown(IdKind.Meeting, meetingId, "meetingId"));
    }

    private static MeetingDocument Row(NpgsqlDataReader r) => r.Json<MeetingDocument>(0);
}
