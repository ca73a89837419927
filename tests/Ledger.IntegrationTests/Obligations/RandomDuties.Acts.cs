using Ledger.Accountability;
using Ledger.Areas;
using Ledger.Assessments;
using Ledger.Assignments;
using Ledger.Channels;
using Ledger.Commands;
using Ledger.Incidents;
using Ledger.Inspections;
using Ledger.LeadingGroups;
using Ledger.Meetings;
using Ledger.Notifications;
using Ledger.Obligations;
using Ledger.Openness;
using Ledger.People;
using Ledger.Plans;
using Ledger.PublicationReview;
using Ledger.Releases;
using Ledger.Reports;
using Ledger.Shapes;
using Ledger.Tasks;
using Ledger.Trainings;
using Ledger.Units;
using NodaTime;

namespace Ledger.IntegrationTests.Obligations;

/// <summary>The acts themselves, and what later ones speak of.</summary>
internal sealed partial class RandomDuties
{
    private static readonly MeetingKind[] MeetingKinds =
        [MeetingKind.Special, MeetingKind.Special, MeetingKind.Study, MeetingKind.Lecture, MeetingKind.Reminder, MeetingKind.Reminder, MeetingKind.Regular];

    private static readonly ChannelKind[] ChannelKinds =
        [ChannelKind.Website, ChannelKind.OfficialAccount, ChannelKind.WechatGroup, ChannelKind.QqGroup, ChannelKind.DingtalkGroup, ChannelKind.NoticeBoard];

    private static readonly string[] Figures = ["problems", "nextSteps", "accountabilityCases"];

    private readonly List<string> assignments = ["none"];
    private readonly List<(string Id, string UnitId)> inspections = [("none", "u0")];
    private readonly List<(string Id, string UnitId)> findings = [("none", "u0")];
    private readonly List<string> resolutions = ["none"];
    private readonly List<string> plans = ["none"];
    private readonly List<(string Id, string UnitId)> tasks = [("none", "u0")];
    private readonly List<(string TaskId, string Id)> evidence = [("none", "none")];
    private readonly List<string> meetings = ["none"];
    private readonly List<string> cases = ["none"];
    private readonly List<SubmitReport> reports = [new("u0", ReportKind.Information, "2025", Start, "", new Dictionary<string, int>(), "none")];
    private readonly List<OpenAssessment> openings = [new("u1", "u0", "2025", [], Start, "none")];
    private readonly List<(string Id, string UnitId)> channels = [("none", "u0")];
    private readonly List<SubmitItem> items = [new("u0", ItemClass.Other, "", "", Start, "none")];
    private readonly List<SubmitItem> approved = [new("u0", ItemClass.Other, "", "", Start, "none")];

    /// <summary>Tells that a command was taken, so that later ones speak of what it made.</summary>
    public void Took(ICommand command)
    {
        switch (command)
        {
            case AssignLeader c:
                assignments.Add(c.AssignmentId!);
                break;
            case ReplaceLeader c:
                assignments.Add(c.AssignmentId!);
                break;
            case HoldMeeting c:
                meetings.Add(c.MeetingId);
                resolutions.AddRange(c.Resolutions.Select(r => r.ResolutionId!));
                break;
            case AdoptPlan c:
                plans.Add(c.PlanId!);
                break;
            case RaiseTask c:
                tasks.Add((c.TaskId!, c.UnitId));
                break;
            case SubmitEvidence c:
                evidence.Add((c.TaskId, c.EvidenceId!));
                break;
            case RecordInspection c:
                inspections.Add((c.InspectionId!, c.InspectingUnitId));
                findings.AddRange(c.Findings.Select(f => (f.FindingId!, c.UnitId)));
                break;
            case RecordAccountability c:
                cases.Add(c.CaseId!);
                break;
            case SubmitReport c:
                reports.Add(c);
                break;
            case OpenAssessment c:
                openings.Add(c);
                break;
            case RecordChannel c:
                channels.Add((c.ChannelId!, c.UnitId));
                break;
            case SubmitItem c:
                items.Add(c);
                break;
            case ApproveItem c:
                approved.Add(items.Find(i => i.ItemId == c.ItemId)!);
                break;
            default:
                break;
        }
    }

    private ICommand Next() => random.Next(100) switch
    {
        < 15 => Answering(),
        < 18 => Placing(),
        < 23 => Grouping(),
        < 27 => Serving(),
        < 36 => random.Next(5) < 4 ? Hold() : new CorrectMeeting(Any(meetings), Corrected(), "误"),
        < 51 => Working(),
        < 62 => Checking(),
        < 70 => OneIn(8) ? new ReturnReport(Any(reports).ReportId!, Done(), "漏项", "u0") : Report(),
        < 74 => Assess(),
        < 98 => Publishing(),
        < 99 => new EndObligation($"o-{Rules.Keys.ElementAt(random.Next(Rules.Count))}", Near(), "止"),
        _ => Aside(),
    };

    private ICommand Answering()
    {
        var unit = Unit();
        return random.Next(18) switch
        {
            < 4 => new AssignLeader(unit, Area(), Level.First, Person(unit, PostCategory.Head), Near(), Id("a")),
            < 8 => new AssignLeader(unit, OneIn(3) ? Area() : ReleaseReview, Level.Leading, Person(unit, PostCategory.LeaderInCharge), Near(), Id("a")),
            < 9 => new AssignLeader(unit, Area(), Level.Direct, Person(), Near(), Id("a")),
            < 12 => new ReplaceLeader(Any(assignments), Person(), Near(), Id("a")),
            < 14 => new EndAssignment(Any(assignments), Near(), "止"),
            < 16 => new CorrectAssignment(Any(assignments), new(EffectiveFrom: Near()), "误"),
            _ => new VoidAssignment(Any(assignments), "误"),
        };
    }

    private ICommand Placing() => random.Next(6) switch
    {
        < 2 => new MoveUnit(Unit(), Unit(), Near()),
        < 4 => new ChangeRequiredCells(Unit(), [new("training", Level.First), .. Some([new RequiredCell("publicity", Level.First)])], Near()),
        < 5 => new DissolveUnit("u3", Near(), "撤"),
        _ => new CorrectUnit(Unit(), new(EffectiveFrom: Start.PlusDays(random.Next(3))), "误"),
    };

    private ICommand Grouping()
    {
        var unit = Unit();
        return random.Next(8) switch
        {
            < 4 => new EstablishLeadingGroup(unit, random.Next(6) == 0 ? "safety" : "responsibility", Near(),
                [new(Person(unit, PostCategory.Head), GroupRole.Head)], $"g{random.Next(8)}", OneIn(3) ? null : new Basis("方案")),
            < 7 => new ChangeGroupMember($"g{random.Next(8)}", Person(), random.Next(3) switch { 0 => null, 1 => GroupRole.Head, _ => GroupRole.Member }, Near()),
            _ => new DissolveLeadingGroup($"g{random.Next(8)}", Near(), "撤"),
        };
    }

    private ICommand Serving() => random.Next(8) switch
    {
        < 2 => new ChangePost(Person(), Unit(), "干部", Posts[random.Next(Posts.Length)], Near()),
        < 4 => new OfficeHolderLeft(Person(), Near()),
        < 7 => new CorrectOfficeHolder(Person(), new(LeftOn: (LocalDate?)null), "未离任"),
        _ => new CorrectOfficeHolder(Person(), OneIn(2) ? new(Since: Near()) : new(PostCategory: Posts[random.Next(Posts.Length)]), "误"),
    };

    private HoldMeeting Hold()
    {
        var unit = Unit();
        return new(Id("m"), Done(), Person(unit, PostCategory.Head), Some([Person()]), [],
            Some([AgendaKind.HearReports, AgendaKind.PassOn, AgendaKind.Decide]),
            OneIn(4) ? [] : [new(Area(), "整改", Id("r"))], unit, MeetingKinds[random.Next(MeetingKinds.Length)], "碰头", [Area()], Backfilled: true);
    }

    private MeetingChanges Corrected() => random.Next(4) switch
    {
        0 => new(ChairId: Person()),
        1 => new(Attendees: Some([Person()])),
        2 => new(Agenda: Some([AgendaKind.HearReports, AgendaKind.PassOn])),
        _ => new(HeldOn: Done()),
    };

    private ICommand Working()
    {
        var (task, id) = Any(evidence);
        var (finding, found) = Any(findings);
        return random.Next(20) switch
        {
            < 4 => new RaiseTask(found, Area(), "整改", Person(), Ahead(), Id("t"), FindingId: finding),
            < 8 => new RaiseTask(Unit(), Area(), "落实", Person(), Ahead(), Id("t"), Any(resolutions)),
            < 9 => new RaiseTask(Unit(), Area(), "计划", Person(), Ahead(), Id("t"), PlanId: Any(plans)),
            < 12 => new SubmitEvidence(Any(tasks).Id, "document", "材料", new('b', 64), Done(), Id("e")),
            < 17 => new CloseTask(task, Done(), Person(), [id]),
            < 18 => new ReopenTask(task, "未落实", Ahead()),
            < 19 => OneIn(2) ? new ExtendTask(Any(tasks).Id, Ahead(), Person(), "延期") : new ReassignTask(Any(tasks).Id, Person(), "调整"),
            _ => new CancelTask(Any(tasks).Id, "重复"),
        };
    }

    private ICommand Checking()
    {
        var (inspection, from) = Any(inspections);
        return random.Next(13) switch
        {
            < 6 => Inspect(),
            < 9 => new IssueNotification(inspection, from, Unit(), "通报", Done(), Id("n")),
            < 12 => Account(),
            _ => new LiftAccountability(Any(cases), Done(), "整改到位"),
        };
    }

    private RecordInspection Inspect()
    {
        var unit = Unit();
        var (task, owner) = Any(tasks);
        var self = random.Next(3) == 0;
        return new(unit, self ? unit : Units[(Array.IndexOf(Units, unit) - 1) / 2], self ? InspectionKind.Self : InspectionKind.Superior, Done(),
            Some([Area()]), owner == unit ? [task] : [],
            random.Next(3) == 0 ? [] : [new(Area(), random.Next(2) == 0 ? Severity.Serious : Severity.Major, "缺", Id("f"))], Id("i"),
            Some(Enum.GetValues<InspectionAspect>()));
    }

    private RecordAccountability Account()
    {
        var ((task, unitId), (finding, ofUnit)) = (Any(tasks), Any(findings));
        return random.Next(2) == 0
            ? new(unitId, Person(), "谈话", "逾期", "迟", Done(), Id("c"), TaskId: task)
            : new(ofUnit, Person(), "谈话", "缺", "迟", Done(), Id("c"), FindingId: finding);
    }

    private SubmitReport Report()
    {
        var unit = Unit();
        var (kind, period) = random.Next(6) switch
        {
            0 => (ReportKind.AnnualPlan, "2026"),
            1 => (ReportKind.HalfYearSummary, "2025-H2"),
            2 => (ReportKind.AnnualSummary, "2025"),
            3 => (ReportKind.Information, OneIn(3) ? "2025-11" : "2025-12"),
            _ => (ReportKind.DutyReport, "2025"),
        };
        var person = kind == ReportKind.DutyReport ? Person(unit, Posts[random.Next(2)]) : null;
        var earlier = reports.FindLast(r => (r.UnitId, r.Kind, r.Period, r.PersonId) == (unit, kind, period, person));
        return new(unit, kind, period, Done(), Hash(), Some(Figures).ToDictionary(f => f, _ => random.Next(3)), Id("p"), "u0", person,
            Some([new ReportItem(1), new(2, 12), new(3, random.Next(7, 13)), new(4, random.Next(1, 13))]), OneIn(2) ? earlier?.ReportId : null);
    }

    /// <summary>Now and then that of a report handed in before.</summary>
    private string Hash() => reports.Count > 1 && OneIn(4) ? Any(reports).ContentSha256 : $"{++made:x64}";

    private ICommand Assess()
    {
        var unit = Units[random.Next(1, Units.Length)];
        var above = Units[(Array.IndexOf(Units, unit) - 1) / 2];
        var opened = Any(openings);
        var period = OneIn(4) ? "2025-H2" : "2025";
        return random.Next(4) switch
        {
            0 => new OpenAssessment(unit, above, period, [RuleCode.B1], Done(), Id("s")),
            1 => new RecordAssessment(opened.UnitId, opened.ByUnitId, opened.Period, 1, 1, Done(), opened.AssessmentId),
            _ => new RecordAssessment(unit, above, period, 1, 1, Done(), Id("s")),
        };
    }

    private ICommand Publishing()
    {
        var (unit, (channel, of)) = (Unit(), Any(channels));
        return random.Next(40) switch
        {
            < 4 => new RecordChannel(unit, ChannelKinds[random.Next(ChannelKinds.Length)], "阵地", Person(), random.Next(4) > 0, Id("ch")),
            < 7 => new FileChannel(channel, "备1", Person(), Done()),
            < 8 => new ChangeCustodian(channel, Person(), Done()),
            < 9 => new RetireChannel(channel, "闲置", Done()),
            < 11 => new LogReleases(of, ReleaseKind.WebsiteUpdate, Today.Year == 2025 ? "2025-12" : "2026-01", random.Next(3), channel, Id("l")),
            < 15 => new SubmitItem(unit, OneIn(3) ? ItemClass.Business : ItemClass.Other, "信息", Person(), Done(), Id("x")),
            < 17 => new SubmitItem(of, OneIn(3) ? ItemClass.Business : ItemClass.Other, "信息", Person(), Done(), Id("x"), channel),
            < 30 => Approve(),
            < 31 => new ReturnItem(Any(items).ItemId!, Person(), ReviewGate.Wording, Done()),
            < 37 => new PublishItem(Any(approved).ItemId!, Done()),
            _ => new PublishRecord(unit, (OpennessKind)random.Next(4), "公开", Done().PlusDays(-random.Next(7)), Done(), Id("o")),
        };
    }

    /// <summary>Half of them give the last one approved its second approval.</summary>
    private ApproveItem Approve()
    {
        var again = OneIn(2);
        var item = again ? approved[^1] : Any(items);
        var reviewer = item.Class == ItemClass.Business ? PostCategory.LeaderInCharge : again ? PostCategory.PartyAffairs : PostCategory.Head;
        return new(item.ItemId!, Person(item.UnitId, reviewer), Some(Enum.GetValues<ReviewGate>()), Done());
    }

    /// <summary>What no rule looks at.</summary>
    private ICommand Aside() => random.Next(3) switch
    {
        0 => new AdoptPlan(Unit(), "计划", "2026", Done(), [Area()], Id("pl")),
        1 => new CompleteTraining(Unit(), [Person()], "轮训", Done(), Id("tr")),
        _ => new OpenIncident(Unit(), IncidentKind.Weather, "雨雪", Done(), Id("in")),
    };
}
