using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Trainings;

/// <summary>Records that office-holders completed a training (轮训). What they read, wrote or thought is not kept, nor any
/// mark.</summary>
/// <param name="UnitId">The unit that held it.</param>
/// <param name="PersonIds">Office-holders in office on that day, each once.</param>
/// <param name="CompletedOn">A date of the tenant's zone, not after the day of recording.</param>
/// <param name="TrainingId">The caller's slug; left out, the ledger makes one.</param>
public sealed record CompleteTraining(
    [Id] string UnitId, [Id] IReadOnlyList<string> PersonIds, [Title] string Title, LocalDate CompletedOn,
    [Id] string? TrainingId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Training, TrainingId);
        var unit = known.UnitRefusal(UnitId, CompletedOn, "unitId", "completedOn");
        var people = PersonIds.Select(id => known.HolderRefusal(id, CompletedOn, "personIds"))
            .ToList().FirstOrDefault(r => r is not null);
        if (exists)
            return Refusal.Exists(IdKind.Training, TrainingId!, "trainingId");
        if (PersonIds.Count == 0)
            return new Refusal("no-person-named", "personIds");
        if ((unit ?? people ?? Refusal.ListedTwice(PersonIds, "personIds") ?? known.InTheFuture(CompletedOn, "completedOn"))
            is { } refusal)
            return refusal;
        var id = TrainingId ?? known.NewId();
        return Decision.Create(id, new TrainingCompleted(id, UnitId, PersonIds, Title, CompletedOn, Basis));
    }
}

/// <summary>Office-holders completed a training on <paramref name="CompletedOn"/>. Stored as training_completed.v1.</summary>
public sealed record TrainingCompleted(
    string TrainingId, string UnitId, IReadOnlyList<string> PersonIds, string Title, LocalDate CompletedOn, Basis? Basis = null)
    : ILedgerEvent
{
    string ILedgerEvent.Stream => CompletedTraining.Stream(TrainingId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    /// <summary>It gives nobody a duty.</summary>
    IEnumerable<string> ILedgerEvent.PersonIds => [];

    LocalDate? ILedgerEvent.EffectiveOn => CompletedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Training, TrainingId)];
}
