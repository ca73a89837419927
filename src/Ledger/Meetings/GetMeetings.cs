using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime.Text;
using Npgsql;

namespace Ledger.Meetings;

/// <summary>Meetings as known, by the date held, else scheduled.</summary>
public static class GetMeetings
{
    private const string Select = $"select document from ledger.meeting where tenant_id = $1 and {ReadSession.Known}";

    public static readonly ReadRoute List = new("/api/meetings", "ListMeetings", "Meetings, by date", typeof(Page<MeetingDocument>),
        [QueryParameter.Unit, QueryParameter.Subtree, QueryParameter.Code<MeetingKind>("kind", "Only meetings of this kind."),
            QueryParameter.Code<MeetingState>("status", "Only meetings in this state."),
            QueryParameter.Date("from", "Held, else scheduled, on this date or later."),
            QueryParameter.Date("to", "Held, else scheduled, on this date or earlier.")], ReadList)
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

    private static async Task<Reading> ReadList(ReadSession session, CancellationToken cancellation)
    {
        var question = session.Question;
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var (kind, status) = (question.Code<MeetingKind>("kind"), question.Code<MeetingState>("status"));
        var (from, to) = (question.Date("from"), question.Date("to"));
        var after = question.After;
        var sql = Select + (after is null ? "" : " and (on_date, meeting_id) > ($4::date, $5)")
            + (units is null ? "" : " and unit_id = any($6)") + (kind is null ? "" : " and kind = $7")
            + (status is null ? "" : " and status = $8") + (from is null ? "" : " and on_date >= $9")
            + (to is null ? "" : " and on_date <= $10") + " order by on_date, meeting_id";
        return new(await session.Page(sql, Row, Key, cancellation,
            after is null ? null : LocalDatePattern.Iso.Parse(after[0]).Value, after?[1], units ?? [],
            kind is null ? null : Codes.Of(kind.Value), status is null ? null : Codes.Of(status.Value), from, to));
    }

    private static string[] Key(MeetingDocument m) =>
        [LocalDatePattern.Iso.Format(m.HeldOn ?? m.ScheduledFor!.Value.Date), m.MeetingId];

    private static MeetingDocument Row(NpgsqlDataReader r) => r.Json<MeetingDocument>(0);
}
