namespace Ledger.Log;

/// <summary>The kinds of id that a tenant's events bring into the world; ids are unique within a kind.</summary>
public static class IdKind
{
    public const string Activity = "activity";
    public const string Area = "area";
    public const string Assessment = "assessment";
    public const string Assignment = "assignment";
    public const string Case = "accountability-case";
    public const string Channel = "channel";
    public const string Correction = "correction";
    public const string Evidence = "evidence";
    public const string Finding = "finding";
    public const string Group = "leading-group";
    public const string Honour = "honour";
    public const string Incident = "incident";
    public const string Inspection = "inspection";
    public const string Item = "release-item";
    public const string Meeting = "meeting";
    public const string Notification = "notification";
    public const string Obligation = "obligation";
    public const string OpennessRecord = "openness-record";
    public const string Person = "person";
    public const string Plan = "plan";
    public const string ReleaseLog = "release-log";
    public const string Report = "report";
    public const string Resolution = "resolution";
    public const string Task = "task";
    public const string Training = "training";
    public const string Unit = "unit";
}
