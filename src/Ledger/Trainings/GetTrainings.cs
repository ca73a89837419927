using Ledger.Reads;

namespace Ledger.Trainings;

/// <summary>Trainings as known, by the date completed.</summary>
public static class GetTrainings
{
    private const string Of = $$"""
        training_id in (select training_id from ledger.training_person
            where tenant_id = $1 and person_id = {} and {{ReadSession.Known}})
        """;

    private static readonly UnitList<TrainingDocument> Trainings = UnitList.ByDate<TrainingDocument>(
        ReadSession.Documents("training"), "completed_on", "training_id", t => t.CompletedOn, t => t.TrainingId);

    public static readonly ReadRoute Route = new("/api/trainings", "ListTrainings",
        "Trainings that office-holders completed, by date", typeof(Page<TrainingDocument>),
        [QueryParameter.Unit, QueryParameter.Subtree,
            QueryParameter.Id("person", "Only those that this office-holder completed.", "li"),
            QueryParameter.Date("from", "Completed on this date or later."),
            QueryParameter.Date("to", "Completed on this date or earlier.")],
        (session, cancellation) => Trainings.Read(session, cancellation, (Of, session.Question.Text("person"))))
    { IsKey = SortKey.IsDateAndId };
}
