using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Trainings;

/// <summary>Trainings and who completed them, as rows.</summary>
public static class TrainingsProjection
{
    public const string Name = "trainings";

    public static readonly Table<TrainingRow> Table = new("training", 1, true,
        Column.Text<TrainingRow>("training_id", r => r.TrainingId),
        Column.Text<TrainingRow>("unit_id", r => r.UnitId),
        Column.Date<TrainingRow>("completed_on", r => r.CompletedOn),
        Column.Json<TrainingRow>("document", r => r.Document));

    public static readonly Table<TrainedPersonRow> People = new("training_person", 2, true,
        Column.Text<TrainedPersonRow>("training_id", r => r.TrainingId),
        Column.Text<TrainedPersonRow>("person_id", r => r.PersonId),
        Column.Date<TrainedPersonRow>("completed_on", r => r.CompletedOn));

    public static IEnumerable<TrainingRow> Rows(CompletedTraining t)
    {
        if (t.Version == 0)
            yield break;
        var document = new TrainingDocument(t.TrainingId, t.UnitId, t.PersonIds, t.Title, t.CompletedOn, t.Basis);
        yield return new(t.TrainingId, t.UnitId, t.CompletedOn, JsonSerializer.Serialize(document, LedgerJson.Options));
    }

    public static IEnumerable<TrainedPersonRow> PersonRows(CompletedTraining t) =>
        t.PersonIds.Select(id => new TrainedPersonRow(t.TrainingId, id, t.CompletedOn));
}

/// <summary>A training as readers see it.</summary>
public sealed record TrainingRow(string TrainingId, string UnitId, LocalDate CompletedOn, string Document);

/// <summary>One who completed it.</summary>
public sealed record TrainedPersonRow(string TrainingId, string PersonId, LocalDate CompletedOn);

/// <summary>A training that office-holders completed.</summary>
/// <param name="CompletedOn">A date of the tenant's zone.</param>
public sealed record TrainingDocument(
    string TrainingId, string UnitId, IReadOnlyList<string> PersonIds, string Title, LocalDate CompletedOn, Basis? Basis);
