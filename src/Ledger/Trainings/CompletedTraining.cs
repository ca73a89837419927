using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Trainings;

/// <summary>A training that office-holders completed.</summary>
/// <param name="CompletedOn">A date of the tenant's zone.</param>
public sealed record CompletedTraining(
    string TrainingId, string UnitId, IReadOnlyList<string> PersonIds, string Title, LocalDate CompletedOn, Basis? Basis,
    long Version) : IState<CompletedTraining>, IConcernsUnit
{
    public static string Kind => "training";

    public static CompletedTraining Empty { get; } = new("", "", [], "", default, null, 0);

    public static string Stream(string trainingId) => $"training/{trainingId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => [new(IdKind.Training, TrainingId, CompletedOn)];

    public CompletedTraining Apply(Recorded recorded) => recorded.Data switch
    {
        TrainingCompleted e => new(e.TrainingId, e.UnitId, e.PersonIds, e.Title, e.CompletedOn, e.Basis, recorded.Version),
        _ => this,
    };
}
