using Ledger.Areas;
using Ledger.Channels;
using Ledger.Incidents;
using Ledger.Inspections;
using Ledger.LeadingGroups;
using Ledger.Meetings;
using Ledger.Openness;
using Ledger.People;
using Ledger.PublicationReview;
using Ledger.Releases;
using Ledger.Reports;
using Ledger.Shapes;

namespace Ledger.Timeline;

/// <summary>The words for the codes of closed lists (docs/glossary.md).</summary>
internal static partial class Terms
{
    /// <summary>In Chinese a level reads as the unit's own label.</summary>
    public static string En(Level level) => level switch
    {
        Level.First => "first-responsible",
        Level.Leading => "leader in charge",
        Level.Direct => "directly responsible",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    public static Sentence Of(GroupRole role) => role switch
    {
        GroupRole.Head => new("组长", "head"),
        GroupRole.Deputy => new("副组长", "deputy head"),
        GroupRole.Member => new("成员", "member"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static Sentence Of(PostCategory category) => category switch
    {
        PostCategory.Head => new("一把手", "head of unit"),
        PostCategory.LeaderInCharge => new("分管领导", "leader in charge"),
        PostCategory.DepartmentHead => new("部室主任", "department head"),
        PostCategory.SectionHead => new("科长", "section chief"),
        PostCategory.PartyAffairs => new("党务干部", "party affairs officer"),
        PostCategory.Staff => new("工作人员", "staff member"),
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, null),
    };

    public static Sentence Of(MeetingKind kind) => kind switch
    {
        MeetingKind.Special => new("专题会议", "special meeting"),
        MeetingKind.Regular => new("例会", "regular meeting"),
        MeetingKind.Study => new("中心组学习", "core-group study"),
        MeetingKind.Lecture => new("集中宣讲", "lecture"),
        MeetingKind.AllStaff => new("全体干部职工大会", "all-staff meeting"),
        MeetingKind.Committee => new("支委会", "branch committee meeting"),
        MeetingKind.Reminder => new("节前提醒会", "pre-holiday reminder meeting"),
        MeetingKind.Members => new("党员大会", "members' meeting"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Sentence Of(AgendaKind kind) => kind switch
    {
        AgendaKind.PassOn => new("传达学习", "documents passed on"),
        AgendaKind.HearReports => new("听取汇报", "reports heard"),
        AgendaKind.Arrange => new("布置工作", "instructions given"),
        AgendaKind.Study => new("集体学习", "study"),
        AgendaKind.Lecture => new("集中宣讲", "lecture"),
        AgendaKind.Reminder => new("节前提醒", "pre-holiday reminder"),
        AgendaKind.AllStaff => new("全体干部职工大会", "all-staff meeting"),
        AgendaKind.Review => new("工作总结", "review of work"),
        AgendaKind.Decide => new("研究决定", "decisions taken"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Sentence Of(InspectionAspect aspect) => new(aspect.Zh(), Codes.Of(aspect));

    public static Sentence Of(Severity severity) => severity switch
    {
        Severity.Minor => new("一般", "minor"),
        Severity.Major => new("较重", "major"),
        Severity.Serious => new("严重", "serious"),
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };

    public static Sentence Of(ChannelKind kind) => kind switch
    {
        ChannelKind.Website => new("网站", "website"),
        ChannelKind.OfficialAccount => new("公众号", "official account"),
        ChannelKind.WechatGroup => new("微信工作群", "WeChat work group"),
        ChannelKind.QqGroup => new("QQ工作群", "QQ work group"),
        ChannelKind.DingtalkGroup => new("钉钉工作群", "DingTalk work group"),
        ChannelKind.NoticeBoard => new("公开栏", "notice board"),
        ChannelKind.Newspaper => new("报刊", "newspaper"),
        ChannelKind.Screen => new("电子屏", "screen"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Sentence Of(ReleaseKind kind) => kind switch
    {
        ReleaseKind.WebsiteUpdate => new("网站更新", "website updates"),
        ReleaseKind.PressArticle => new("报刊稿件", "press articles"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Sentence Of(ItemClass itemClass) => itemClass switch
    {
        ItemClass.Business => new("业务信息", "business information"),
        ItemClass.Other => new("其他信息", "other information"),
        _ => throw new ArgumentOutOfRangeException(nameof(itemClass), itemClass, null),
    };

    public static Sentence Of(ReviewGate gate) => gate switch
    {
        ReviewGate.Picture => new("图片关", "picture"),
        ReviewGate.Wording => new("文字关", "wording"),
        ReviewGate.Work => new("作品关", "work"),
        _ => throw new ArgumentOutOfRangeException(nameof(gate), gate, null),
    };

    public static Sentence Of(ReportKind kind) => kind switch
    {
        ReportKind.AnnualPlan => new("年度工作计划", "annual work plan"),
        ReportKind.HalfYearSummary => new("半年总结", "half-year summary"),
        ReportKind.AnnualSummary => new("年度总结", "annual summary"),
        ReportKind.DutyReport => new("述职报告", "duty report"),
        ReportKind.Information => new("信息", "information note"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Sentence Of(OpennessKind kind) => kind switch
    {
        OpennessKind.Decision => new("决策事项", "decision"),
        OpennessKind.Appointment => new("人事任免", "appointment"),
        OpennessKind.Accounts => new("财务收支", "accounts"),
        OpennessKind.Project => new("工程项目", "project"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Sentence Of(IncidentKind kind) => kind switch
    {
        IncidentKind.Outage => new("故障停运", "outage"),
        IncidentKind.Safety => new("安全生产", "safety"),
        IncidentKind.Weather => new("灾害天气", "weather"),
        IncidentKind.Fire => new("火情", "fire"),
        IncidentKind.Health => new("公共卫生", "health"),
        IncidentKind.Other => new("其他", "other"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
