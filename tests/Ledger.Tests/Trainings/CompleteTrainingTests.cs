using Ledger.People;
using Ledger.Trainings;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Trainings;

public class CompleteTrainingTests
{
    [Fact]
    public void Office_holders_complete_a_training() => Founded.When(Completing() with { Basis = Notice })
        .ShouldCreate("training-1", Completed() with { Basis = Notice });

    [Fact]
    public void An_id_left_out_is_made_and_none_is_used_twice()
    {
        Founded.When(Completing() with { TrainingId = null }).Id.ShouldBe("made-1");
        Founded.AndThen(Completing()).When(Completing()).ShouldFindTaken("training", "training-1", "trainingId");
    }

    [Fact]
    public void Whom_and_what_it_names_must_be_known()
    {
        Founded.When(Completing() with { UnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "unitId");
        Founded.When(Completing() with { PersonIds = [Li, "nobody"] }).ShouldNotKnow("person", "nobody", "personIds");
    }

    [Fact]
    public void Only_office_holders_in_office_on_that_day_count_each_once()
    {
        Founded.When(Completing() with { PersonIds = [] }).ShouldRefuse("no-person-named", "personIds");
        Founded.When(Completing() with { PersonIds = [Li, Li] }).ShouldRefuse("listed-twice", "personIds", new { value = Li });
        Founded.And(new LeftOffice(Li, Office, May1)).When(Completing())
            .ShouldRefuse("holder-not-in-office", "personIds", NotInOffice(Li, May1, May1));
    }

    [Fact]
    public void It_is_completed_while_the_unit_exists_and_not_after_the_day_of_recording()
    {
        Founded.When(Completing() with { CompletedOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "completedOn", NotThere(Office, TooEarly));
        Founded.When(Completing() with { CompletedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "completedOn", new { today = Given.Today });
    }

    [Fact]
    public void A_training_is_one_row_and_one_for_each_person_and_gives_nobody_a_duty()
    {
        var state = Founded.AndThen(Completing()).State<CompletedTraining>(CompletedTraining.Stream("training-1"));

        TrainingsProjection.Rows(state).Single().ShouldBe(new TrainingRow("training-1", Office, May1,
            """{"trainingId":"training-1","unitId":"office","personIds":["li","zhang"],"title":"Week of study","completedOn":"2025-05-01"}"""));
        TrainingsProjection.PersonRows(state).ShouldBe([new("training-1", Li, May1), new("training-1", Zhang, May1)]);
        TrainingsProjection.Rows(CompletedTraining.Empty).ShouldBeEmpty();
        TrainingsProjection.PersonRows(CompletedTraining.Empty).ShouldBeEmpty();
        ActsOf(state).ShouldBe(["training 2025-05-01"]);
        ((Ledger.Log.ILedgerEvent)Completed()).PersonIds.ShouldBeEmpty();
    }

    private static CompleteTraining Completing() => new(Office, [Li, Zhang], "Week of study", May1, "training-1");

    private static TrainingCompleted Completed() => new("training-1", Office, [Li, Zhang], "Week of study", May1);
}
