using Ledger.Areas;
using Ledger.Channels;
using Ledger.Inspections;
using Ledger.LeadingGroups;
using Ledger.Meetings;
using Ledger.People;
using Ledger.PublicationReview;
using Ledger.Reports;
using Ledger.Tasks;
using NodaTime;

namespace Ledger.Obligations.Rules;

/// <summary>What the ledger knows at one position, as far as rules look at it. All dates are of the tenant's zone;
/// <c>RecordedOn</c> is the local date of the recorded instant.</summary>
public sealed class Facts
{
    private readonly Dictionary<string, UnitFacts> units = [];

    public IEnumerable<UnitFacts> Units => units.Values;

    /// <summary>Tasks by the resolution or finding from which they were raised, whichever unit they are of.</summary>
    public Dictionary<string, List<TaskFact>> TasksOfResolution { get; } = [];

    public Dictionary<string, List<TaskFact>> TasksOfFinding { get; } = [];

    /// <summary>Accountability cases by the task or finding that they name; one that was lifted has answered all the
    /// same.</summary>
    public Dictionary<string, List<CaseFact>> CasesOfTask { get; } = [];

    public Dictionary<string, List<CaseFact>> CasesOfFinding { get; } = [];

    /// <summary>Inspections by the tasks that they checked.</summary>
    public Dictionary<string, List<InspectionFact>> ChecksOfTask { get; } = [];

    /// <summary>Reports by their content, in order of recording.</summary>
    public Dictionary<string, List<ReportFact>> ReportsOfContent { get; } = [];

    public UnitFacts Unit(string unitId) => units.TryGetValue(unitId, out var unit) ? unit : units[unitId] = new(unitId);
}

/// <summary>What stands in one unit's name.</summary>
public sealed class UnitFacts(string unitId)
{
    public string UnitId => unitId;

    /// <summary>The days on which it exists.</summary>
    public DaySpan Exists { get; set; }

    /// <summary>Units below it, with the days on which they exist and stand below it.</summary>
    public List<ChildFact> Children { get; } = [];

    public List<SeatFact> Required { get; } = [];

    public List<HoldingFact> Holdings { get; } = [];

    public List<AssignmentFact> Assignments { get; } = [];

    public List<GroupFact> Groups { get; } = [];

    public List<MemberFact> Members { get; } = [];

    public List<PersonFact> People { get; } = [];

    /// <summary>Meetings held.</summary>
    public List<MeetingFact> Meetings { get; } = [];

    public List<TaskFact> Tasks { get; } = [];

    /// <summary>Inspections of the unit, and those that it made.</summary>
    public List<InspectionFact> Inspected { get; } = [];

    public List<InspectionFact> Inspecting { get; } = [];

    /// <summary>In order of recording; the first of a kind and period decides whether it was late.</summary>
    public List<ReportFact> Reports { get; } = [];

    public List<AssessmentFact> Assessments { get; } = [];

    public List<ChannelFact> Channels { get; } = [];

    public List<ItemFact> Items { get; } = [];

    public List<ReleaseFact> Releases { get; } = [];

    public List<OpenRecordFact> OpenRecords { get; } = [];
}

public sealed record ChildFact(string UnitId, DaySpan Days);

public sealed record SeatFact(string AreaId, Level Level, DaySpan Days);

public sealed record HoldingFact(string AreaId, Level Level, string PersonId, string AssignmentId, DaySpan Days);

/// <param name="EffectiveFrom">As corrected; voided assignments are left out.</param>
public sealed record AssignmentFact(string AssignmentId, LocalDate EffectiveFrom, LocalDate RecordedOn);

public sealed record GroupFact(string GroupId, string Purpose, bool HasBasis, DaySpan Days);

public sealed record MemberFact(string GroupId, string PersonId, GroupRole Role, DaySpan Days);

/// <param name="Days">In office in this unit and post.</param>
public sealed record PersonFact(string PersonId, PostCategory Category, DaySpan Days);

public sealed record MeetingFact(
    string MeetingId, string UnitId, MeetingKind Kind, LocalDate HeldOn, LocalDate RecordedOn, string ChairId,
    IReadOnlyList<string> Attendees, IReadOnlyList<AgendaKind> Agenda, IReadOnlyList<string> ResolutionIds);

/// <param name="DueOn">The due date in force.</param>
public sealed record TaskFact(
    string TaskId, string UnitId, TaskState Status, LocalDate RaisedOn, LocalDate DueOn, string? ResolutionId, string? FindingId,
    bool HasEvidence, IReadOnlyList<Closing> Closings);

public sealed record InspectionFact(
    string InspectionId, string UnitId, string InspectingUnitId, bool BySuperior, LocalDate InspectedOn,
    IReadOnlyList<string> AreaIds, IReadOnlyList<InspectionAspect> Aspects, IReadOnlyList<FindingFact> Findings,
    IReadOnlyList<(string NotificationId, LocalDate IssuedOn)> Notifications);

public sealed record FindingFact(string FindingId, bool IsSerious);

/// <param name="Outside">Numbers of items dated outside the report's period.</param>
public sealed record ReportFact(
    string ReportId, string UnitId, string? PersonId, ReportKind Kind, string Period, LocalDate SubmittedOn, string Content,
    IReadOnlyDictionary<string, int> Figures, IReadOnlyList<int> Outside);

public sealed record CaseFact(string CaseId, LocalDate DecidedOn);

public sealed record AssessmentFact(string AssessmentId, string ByUnitId, string Period, LocalDate RecordedOn);

/// <param name="CustodianId">As last recorded.</param>
/// <param name="CustodianInOffice">The days on which the custodian is an office-holder.</param>
public sealed record ChannelFact(
    string ChannelId, ChannelKind Kind, bool TenOrMoreMembers, string CustodianId, DaySpan CustodianInOffice,
    LocalDate RecordedOn, LocalDate? FiledOn, LocalDate? RetiredOn);

/// <param name="ChainComplete">Whether those approved it who have to, before it was published.</param>
/// <param name="Gates">Those that the approvals that count tick.</param>
public sealed record ItemFact(
    string ItemId, bool IsBusiness, string? ChannelId, LocalDate? PublishedOn, bool ChainComplete,
    IReadOnlyList<ReviewGate> Gates);

public sealed record ReleaseFact(string? ChannelId, DaySpan Period, long Count);

/// <summary>Something that had to be made public.</summary>
public sealed record OpenRecordFact(string RecordId, LocalDate DecidedOn, LocalDate PublishedOn);
