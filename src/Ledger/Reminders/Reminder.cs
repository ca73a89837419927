using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Ledger.Log;
using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.Reads;
using Ledger.Tasks;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Reminders;

public enum ReminderKind
{
    [JsonStringEnumMemberName("task")] Task,

    /// <summary>What an adopted rule still asks.</summary>
    [JsonStringEnumMemberName("rule")] Rule,
}

/// <summary>Something that falls due and is not done.</summary>
/// <param name="Id">The same on every day and for whoever asks, also when the due date is moved.</param>
/// <param name="DueOn">The last day in time, a date of the tenant's zone.</param>
/// <param name="PersonId">Who owes it, where it is one person's.</param>
/// <param name="Subject">What it is about; left out where that is the unit itself.</param>
/// <param name="RuleCode">The rule that it is owed under; left out for a task.</param>
/// <param name="Period">The calendar period that it is owed for.</param>
/// <param name="Detail">A task's title, or what the rule demands and what there is of it.</param>
public sealed record Reminder(
    string Id, LocalDate DueOn, ReminderKind Kind, string UnitId, string? PersonId, Reference? Subject, RuleCode? RuleCode,
    string? ObligationId, string? Period, BothLanguages Detail)
{
    private const int IdBytes = 16;

    /// <summary>What falls due within some days, by due date: open tasks, and what rules leave open. A rule that asks no more
    /// than that a task is finished on its date is no second reminder of it.</summary>
    public static IReadOnlyList<Reminder> Of(IEnumerable<TaskDocument> tasks, IEnumerable<CheckContent> checks, Window window)
    {
        var open = tasks.Where(t => t.Status == TaskState.Open && window.Has(t.DueOn)).Select(Of).ToList();
        var told = open.Select(t => (t.Subject, t.DueOn)).ToHashSet();
        var owed = checks.Where(c => c.State == CheckState.Open && c.DueOn is { } due && window.Has(due)).Select(Of)
            .Where(r => !told.Contains((r.Subject, r.DueOn)));
        return [.. open.Concat(owed).OrderBy(r => r.DueOn).ThenBy(r => r.Id, StringComparer.Ordinal).DistinctBy(r => r.Id)];
    }

    private static Reminder Of(TaskDocument task) => new(
        Hash("task", task.TaskId), task.DueOn, ReminderKind.Task, task.UnitId, task.OwnerId, new(IdKind.Task, task.TaskId), null,
        null, null, new(task.Title, task.Title));

    private static Reminder Of(CheckContent check)
    {
        // Where neither a period nor a subject tells one from the next, as with holidays, the day does.
        var which = check.Period is null && check.Subject is null ? LocalDatePattern.Iso.Format(check.DueOn!.Value) : null;
        var rule = RuleCatalogue.Of(check.RuleCode);
        return new(
            Hash("rule", check.ObligationId, check.UnitId, check.Period, check.Subject?.Type, check.Subject?.Id, which),
            check.DueOn!.Value, ReminderKind.Rule, check.UnitId,
            check.Subject is { Type: IdKind.Person } person ? person.Id : null, check.Subject, check.RuleCode, check.ObligationId,
            check.Period, new($"{rule.Zh}：{check.Detail.Zh}", $"{rule.En}: {check.Detail.En}"));
    }

    /// <summary>Ids hold no line breaks, so no two lists of parts make one text.</summary>
    private static string Hash(params IEnumerable<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, IdBytes));
}
