using Ledger.Areas;
using Ledger.Channels;
using Ledger.Commands;
using Ledger.Incidents;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.People;
using Ledger.Reads;
using Ledger.Tasks;
using NodaTime;

namespace Ledger.Duties;

/// <summary>All that an office-holder answers for on a date: cells, seats, open tasks, channels in use and
/// open incidents.</summary>
public static class GetDuties
{
    private const string Cells = $"""
        select unit_id, area_id, level, assignment_id, effective_from, ends_on from ledger.responsibility
        where tenant_id = $1 and person_id = $4 and {ReadSession.Known} and {ReadSession.Valid}
        order by unit_id, area_id, array_position(array['First', 'Leading', 'Direct'], level::text)
        """;

    private const string Seats = """
        select m.group_id, m.unit_id, g.purpose, m.role, m.since from ledger.group_member m
        join ledger.leading_group g on g.tenant_id = $1 and g.group_id = m.group_id and g.known_from <= $2 and g.known_to > $2
        where m.tenant_id = $1 and m.person_id = $4 and m.known_from <= $2 and m.known_to > $2
            and m.valid_from <= $3 and m.valid_to > $3
        order by m.group_id
        """;

    public static readonly ReadRoute Route = new("/api/people/{personId}/duties", "GetDuties",
        "Every cell, seat, open task, channel in use and open incident of an office-holder", typeof(DutiesContent), [], Read);

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var personId = session.Question.Path("personId");
        if (await GetPeople.Find(session, personId, cancellation) is null)
            return Refusal.Unknown(IdKind.Person, personId, "personId");
        return new(new DutiesContent(personId,
            await session.Query(Cells, r => new DutyCell(
                r.GetString(0), r.GetString(1), r.Code<Level>(2), r.GetString(3), r.Date(4),
                r.DateOrNull(5)), cancellation, personId),
            await session.Query(Seats, r => new DutySeat(r.GetString(0), r.GetString(1), r.GetString(2), r.Code<GroupRole>(3),
                r.Date(4)), cancellation, personId),
            await GetTasks.OpenOf(session, personId, cancellation),
            await GetChannels.InCareOf(session, personId, cancellation),
            await GetIncidents.InCareOf(session, personId, cancellation)));
    }
}

/// <summary>What an office-holder answers for.</summary>
public sealed record DutiesContent(
    string PersonId, IReadOnlyList<DutyCell> Cells, IReadOnlyList<DutySeat> Groups, IReadOnlyList<TaskDocument> Tasks,
    IReadOnlyList<ChannelDocument> Channels, IReadOnlyList<IncidentDocument> Incidents);

public sealed record DutyCell(
    string UnitId, string AreaId, Level Level, string AssignmentId, LocalDate EffectiveFrom, LocalDate? EndsOn);

/// <param name="Since">Start of the present role.</param>
public sealed record DutySeat(string GroupId, string UnitId, string Purpose, GroupRole Role, LocalDate Since);
