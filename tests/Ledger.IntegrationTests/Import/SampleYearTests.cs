using System.Text.Json.Nodes;

namespace Ledger.IntegrationTests.Import;

/// <summary>A body's whole year: imported, and its questions answered as the people who wrote it down expect.</summary>
public sealed class SampleYearTests(SampleYear service) : IClassFixture<SampleYear>
{
    /// <summary>Lines of commands that this release does not have, by name.</summary>
    private const string Later = """
        {"AcknowledgeNotification":10,"AdoptObligation":9,"ApproveItem":8,"ChangeCustodian":1,"FileChannel":18,"IssueNotification":10,
         "LogReleases":16,"PublishItem":6,"RecordAccountability":2,"RecordAssessment":4,"RecordChannel":27,"RecordInspection":11,
         "RetireChannel":7,"ReturnItem":1,"SubmitItem":7,"SubmitReport":31}
        """;

    private readonly SampleQuestions questions = new(service.As("inspector"));

    /// <summary>The questions that the reads of this release answer, by id.</summary>
    public static TheoryData<string> Questions => [.. SampleYear.Expected["questions"]!.AsArray()
        .Where(q => SampleQuestions.Kinds.Contains((string)q!["kind"]!)).Select(q => (string)q!["id"]!)];

    [Fact]
    public void The_import_takes_every_line_that_this_release_carries_out_and_counts_the_others_by_name()
    {
        var result = service.Imported.Is(200).Json;

        ((int)result["taken"]!).ShouldBe(504);
        ((int)result["known"]!).ShouldBe(0);
        result["refused"]!.AsArray().ShouldBeEmpty();
        JsonNode.DeepEquals(result["notSupported"], JsonNode.Parse(Later)).ShouldBeTrue(result.ToJsonString());
        ((long)result["position"]!).ShouldBe(504);
    }

    [Fact]
    public async Task Without_leave_to_skip_them_lines_of_later_commands_stop_the_import()
    {
        var importer = service.As("importer", await service.NewTenant());

        var result = (await importer.Import("", SampleYear.Commands)).Is(422).Json;

        result["refused"]!.AsArray().Count.ShouldBe(168);
        result["refused"]!.AsArray().Select(r => (string)r!["code"]!).Distinct().ShouldBe(["unsupported-command"]);
        ((int)result["taken"]!).ShouldBe(0);
        ((long)result["position"]!).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_file_again_records_nothing()
    {
        var before = await service.Rows("select * from ledger.head where tenant_id = 't1'");

        var result = (await service.As("importer").Import("skipUnsupported=true", SampleYear.Commands)).Is(200).Json;

        ((int)result["taken"]!).ShouldBe(0);
        ((int)result["known"]!).ShouldBe(504);
        (await service.Rows("select * from ledger.head where tenant_id = 't1'")).ShouldBe(before);
    }

    [Fact]
    public void The_questions_asked_here_are_those_of_the_core_and_the_clocks() =>
        (Questions.Count, SampleYear.Expected["questions"]!.AsArray().Select(q => (string)q!["kind"]!).Distinct().Order()
            .Intersect(SampleQuestions.Kinds).Count()).ShouldBe((41, SampleQuestions.Kinds.Count()));

    [Theory, MemberData(nameof(Questions))]
    public async Task A_question_about_the_year_is_answered_as_expected(string id)
    {
        var question = SampleYear.Expected["questions"]!.AsArray().Single(q => (string)q!["id"]! == id)!;

        var answer = await questions.Ask((string)question["kind"]!, question["params"]!.AsObject());

        var expected = question["answer"];
        if ((string)question["kind"]! is "studyCounts" or "specialPerMonth")
            answer = new JsonObject(expected!.AsObject().Select(e => KeyValuePair.Create(e.Key, answer![e.Key]?.DeepClone())));
        JsonNode.DeepEquals(answer, expected).ShouldBeTrue($"{question["kind"]} {question["params"]}\nwant {expected?.ToJsonString()}\ngot  {answer?.ToJsonString()}");
    }
}
