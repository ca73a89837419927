using Ledger.Accountability;
using Ledger.Areas;
using Ledger.Assessments;
using Ledger.Channels;
using Ledger.Inspections;
using Ledger.LeadingGroups;
using Ledger.Meetings;
using Ledger.Obligations.Rules;
using Ledger.People;
using Ledger.PublicationReview;
using Ledger.Reads;
using Ledger.Reports;
using Ledger.Tasks;
using NodaTime;
using Npgsql;

namespace Ledger.Obligations;

/// <summary>
/// Reads what rules look at, from the rows of the other capabilities at the question's position. Each table that the asked
/// rules need is read once, whole or through its index on units; nothing is asked unit by unit.
/// </summary>
internal sealed class GetFacts
{
    private const string Known = ReadSession.Known;

    private readonly ReadSession session;
    private readonly string[]? units;
    private readonly CancellationToken cancellation;
    private readonly Facts facts = new();

    private GetFacts(ReadSession session, string[]? units, CancellationToken cancellation) =>
        (this.session, this.units, this.cancellation) = (session, units, cancellation);

    /// <summary>The facts that rules need of some units; null for the whole tenant.</summary>
    public static async Task<Facts> Load(
        ReadSession session, string[]? units, IReadOnlyCollection<ObligationRule> rules, CancellationToken cancellation)
    {
        var reader = new GetFacts(session, units, cancellation);
        var needs = rules.Aggregate(Needs.None, (all, rule) => all | rule.Needs);
        await reader.Units();
        foreach (var (need, load) in new (Needs, Func<Task>)[]
        {
            (Needs.Seats, reader.Seats), (Needs.Assignments, reader.Assignments), (Needs.Groups, reader.Groups),
            (Needs.People, reader.People), (Needs.Meetings, reader.Meetings), (Needs.Inspections, reader.Inspections),
            (Needs.Tasks, reader.Tasks), (Needs.Cases, reader.Cases), (Needs.Reports, reader.Reports),
            (Needs.Assessments, reader.Assessments), (Needs.Publication, reader.Publication), (Needs.Openness, reader.Openness),
        })
            if (needs.HasFlag(need))
                await load();
        return reader.facts;
    }

    private async Task Units()
    {
        var children = units is null ? "" : " and (unit_id = any($4) or parent_id = any($4))";
        foreach (var (unitId, parentId, days, exists) in await session.Query(
            "select unit_id, parent_id, valid_from, valid_to, effective_from, dissolved_on from ledger.unit where tenant_id = $1 and "
            + Known + children, r => (r.GetString(0), r.TextOrNull(1), Span(r, 2), Span(r, 4)), cancellation, [units ?? []]))
        {
            facts.Unit(unitId).Exists = exists;
            if (parentId is not null)
                facts.Unit(parentId).Children.Add(new(unitId, days.And(exists)));
        }
    }

    private async Task Seats()
    {
        foreach (var (unit, fact) in await Rows("unit_id, area_id, level, valid_from, valid_to from ledger.required_cell", "",
            r => new SeatFact(r.GetString(1), r.Code<Level>(2), Span(r, 3))))
            unit.Required.Add(fact);
        foreach (var (unit, fact) in await Rows(
            "unit_id, area_id, level, person_id, assignment_id, valid_from, valid_to from ledger.responsibility", "",
            r => new HoldingFact(r.GetString(1), r.Code<Level>(2), r.GetString(3), r.GetString(4), Span(r, 5))))
            unit.Holdings.Add(fact);
    }

    private async Task Assignments()
    {
        foreach (var (unit, fact) in await Rows("unit_id, assignment_id, effective_from, recorded_at from ledger.assignment",
            " and not voided", r => new AssignmentFact(r.GetString(1), r.Date(2), Local(r, 3))))
            unit.Assignments.Add(fact);
    }

    private async Task Groups()
    {
        foreach (var (unit, fact) in await Rows(
            "unit_id, group_id, purpose, basis is not null, effective_from, dissolved_on from ledger.leading_group", "",
            r => new GroupFact(r.GetString(1), r.GetString(2), r.GetBoolean(3), Span(r, 4))))
            unit.Groups.Add(fact);
        foreach (var (unit, fact) in await Rows("unit_id, group_id, person_id, role, valid_from, valid_to from ledger.group_member", "",
            r => new MemberFact(r.GetString(1), r.GetString(2), r.Code<GroupRole>(3), Span(r, 4))))
            unit.Members.Add(fact);
    }

    private async Task People()
    {
        foreach (var (unit, fact) in await Rows(
            "unit_id, person_id, post_category, valid_from, valid_to, in_office_from, left_on from ledger.person", "",
            r => new PersonFact(r.GetString(1), r.Code<PostCategory>(2), Span(r, 3).And(Span(r, 5)))))
            unit.People.Add(fact);
    }

    private async Task Meetings()
    {
        foreach (var (unit, m) in await Rows("unit_id, document from ledger.meeting", " and status = 'held'", r => r.Json<MeetingDocument>(1)))
            unit.Meetings.Add(new(m.MeetingId, m.UnitId, m.Kind, m.HeldOn!.Value, Local(m.HeldRecordedAt!.Value), m.ChairId!,
                m.Attendees, m.Agenda, [.. m.Resolutions.Select(r => r.ResolutionId)]));
    }

    private async Task Inspections()
    {
        var inspections = await session.Query(
            $"select document from ledger.inspection where tenant_id = $1 and {Known}"
            + (units is null ? "" : " and (unit_id = any($4) or inspecting_unit_id = any($4))") + " order by inspected_on, inspection_id",
            r => r.Json<InspectionDocument>(0), cancellation, [units ?? []]);
        var notifications = (await session.Query(
            $"select inspection_id, notification_id, issued_on from ledger.notification where tenant_id = $1 and {Known}"
            + (units is null ? "" : " and inspection_id = any($4)"),
            r => (InspectionId: r.GetString(0), Notification: (r.GetString(1), r.Date(2))), cancellation,
            [inspections.ConvertAll(i => i.InspectionId).ToArray()])).ToLookup(n => n.InspectionId, n => n.Notification);
        foreach (var i in inspections)
        {
            var fact = new InspectionFact(i.InspectionId, i.UnitId, i.InspectingUnitId, i.Kind == InspectionKind.Superior,
                i.InspectedOn, i.AreaIds, i.Aspects,
                [.. i.Findings.Select(f => new FindingFact(f.FindingId, f.Severity == Severity.Serious))],
                [.. notifications[i.InspectionId]]);
            facts.Unit(i.UnitId).Inspected.Add(fact);
            facts.Unit(i.InspectingUnitId).Inspecting.Add(fact);
            foreach (var task in i.CheckedTaskIds)
                Add(facts.ChecksOfTask, task, fact);
        }
    }

    /// <summary>The units' own, and those that were raised from their resolutions and findings, in whichever unit.</summary>
    private async Task Tasks()
    {
        var resolutions = facts.Units.SelectMany(u => u.Meetings).SelectMany(m => m.ResolutionIds).ToArray();
        // As text, since JSON cannot be compared and a union compares.
        const string select = $"select document::text from ledger.task where tenant_id = $1 and {Known}";
        var sql = units is null ? select : string.Join(" union ",
            $"{select} and unit_id = any($4)", $"{select} and document ->> 'resolutionId' = any($5)",
            $"{select} and document ->> 'findingId' = any($6)");
        foreach (var t in await session.Query(
            sql, r => r.Json<TaskDocument>(0), cancellation, units ?? [], resolutions, FindingIds()))
        {
            var fact = new TaskFact(t.TaskId, t.UnitId, t.Status, Local(t.RaisedAt), t.DueOn, t.ResolutionId, t.FindingId,
                t.Evidence.Count > 0, t.Closings);
            if (units is null || units.Contains(t.UnitId))
                facts.Unit(t.UnitId).Tasks.Add(fact);
            if (t.ResolutionId is { } resolution)
                Add(facts.TasksOfResolution, resolution, fact);
            if (t.FindingId is { } finding)
                Add(facts.TasksOfFinding, finding, fact);
        }
    }

    private async Task Cases()
    {
        var tasks = facts.Units.SelectMany(u => u.Tasks).Select(t => t.TaskId).ToArray();
        foreach (var c in await session.Query(
            $"select document from ledger.accountability_case where tenant_id = $1 and {Known}"
            + (units is null ? "" : " and (document ->> 'taskId' = any($4) or document ->> 'findingId' = any($5))"),
            r => r.Json<CaseDocument>(0), cancellation, tasks, FindingIds()))
        {
            var fact = new CaseFact(c.CaseId, c.DecidedOn);
            if (c.TaskId is { } task)
                Add(facts.CasesOfTask, task, fact);
            if (c.FindingId is { } finding)
                Add(facts.CasesOfFinding, finding, fact);
        }
    }

    private async Task Reports()
    {
        // Reports of other units count only as the earlier ones of the same content.
        var sql = $"""
            select unit_id, document from ledger.report r where tenant_id = $1 and {Known}
            {(units is null ? "" : $"and content_sha256 in (select content_sha256 from ledger.report where tenant_id = $1 and {Known} and unit_id = any($4))")}
            order by position
            """;
        foreach (var r in await session.Query(sql, r => r.Json<ReportDocument>(1), cancellation, [units ?? []]))
        {
            var fact = new ReportFact(r.ReportId, r.UnitId, r.PersonId, r.Kind, r.Period, r.SubmittedOn, r.ContentSha256,
                r.Figures, [.. r.Items.Where(i => i.InsidePeriod == false).Select(i => i.No)]);
            facts.Unit(r.UnitId).Reports.Add(fact);
            Add(facts.ReportsOfContent, r.ContentSha256, fact);
        }
    }

    /// <summary>Those that have a result: the units' own, and those of the units below them.</summary>
    private async Task Assessments()
    {
        foreach (var a in await session.Query(
            $"select document from ledger.assessment where tenant_id = $1 and {Known}" + (units is null ? "" : " and unit_id = any($4)"),
            r => r.Json<AssessmentDocument>(0), cancellation, [facts.Units.Select(u => u.UnitId).ToArray()]))
            if (a.RecordedOn is { } recordedOn)
                facts.Unit(a.UnitId).Assessments.Add(new(a.AssessmentId, a.ByUnitId, a.Period, recordedOn));
    }

    private async Task Publication()
    {
        const string inOffice = """
            lateral (select p.in_office_from, p.left_on from ledger.person p where p.tenant_id = $1 and p.person_id = c.custodian_id
                and p.known_from <= $2 and p.known_to > $2 and p.valid_from <= $3 and p.valid_to > $3) custodian
            """;
        foreach (var (unit, fact) in await Rows(
            "unit_id, channel_id, kind, document -> 'tenOrMoreMembers', custodian_id, in_office_from, left_on, recorded_at, filed_on, retired_on "
            + $"from ledger.channel c cross join {inOffice}", "",
            r => new ChannelFact(r.GetString(1), r.Code<ChannelKind>(2), r.GetString(3) == "true", r.GetString(4), Span(r, 5),
                Local(r, 7), r.DateOrNull(8), r.DateOrNull(9))))
            unit.Channels.Add(fact);
        foreach (var (unit, fact) in await Rows("unit_id, channel_id, starts_on, ends_on, count from ledger.release", "",
            r => new ReleaseFact(r.TextOrNull(1), Span(r, 2), r.GetInt64(4))))
            unit.Releases.Add(fact);
        foreach (var (i, inForce) in await GetReleaseItems.Of(session, units, cancellation))
            facts.Unit(i.UnitId).Items.Add(new(i.ItemId, i.Class == ItemClass.Business, i.ChannelId, i.PublishedOn,
                i.ChainComplete, [.. inForce.SelectMany(a => a.Gates)]));
    }

    private async Task Openness()
    {
        foreach (var (unit, fact) in await Rows(
            "unit_id, record_id, decided_on, published_on from ledger.openness_record", " and kind <> 'project'",
            r => new OpenRecordFact(r.GetString(1), r.Date(2), r.Date(3))))
            unit.OpenRecords.Add(fact);
    }

    private async Task<IEnumerable<(UnitFacts Unit, T Fact)>> Rows<T>(
        string columnsFrom, string filter, Func<NpgsqlDataReader, T> fact)
    {
        var rows = await session.Query(
            $"select {columnsFrom} where tenant_id = $1 and {Known}{filter}" + (units is null ? "" : " and unit_id = any($4)"),
            r => (UnitId: r.GetString(0), Fact: fact(r)), cancellation, [units ?? []]);
        return rows.Select(r => (facts.Unit(r.UnitId), r.Fact));
    }

    /// <summary>What was found in the units, and by them.</summary>
    private string[] FindingIds() => [.. facts.Units.SelectMany(u => u.Inspected.Concat(u.Inspecting)).SelectMany(i => i.Findings)
        .Select(f => f.FindingId)];

    private LocalDate Local(NpgsqlDataReader r, int column) => Local(r.GetFieldValue<Instant>(column));

    private LocalDate Local(Instant at) => at.InZone(session.Question.Zone).Date;

    /// <summary>From the first date up to the second; without an end when that is null.</summary>
    private static DaySpan Span(NpgsqlDataReader r, int column) =>
        new(r.Date(column), r.DateOrNull(column + 1) ?? LocalDate.MaxIsoValue);

    private static void Add<T>(Dictionary<string, List<T>> lists, string key, T item)
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        list.Add(item);
    }
}
