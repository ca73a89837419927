namespace Ledger.Import;

/// <summary>Commands of the contract that this release does not carry out yet. An import may leave them out and count
/// them; any other unknown name is a mistake and refused.</summary>
internal static class LaterCommands
{
    public static readonly IReadOnlySet<string> Names = new HashSet<string>
    {
        "AdoptObligation", "RecordInspection", "IssueNotification", "AcknowledgeNotification", "RecordAccountability",
        "RecordAssessment", "SubmitReport", "RecordChannel", "FileChannel", "ChangeCustodian", "RetireChannel", "LogReleases",
        "SubmitItem", "ApproveItem", "ReturnItem", "PublishItem",
    };
}
