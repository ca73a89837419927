using System.Text.Json.Nodes;

namespace Ledger.IntegrationTests.Import;

/// <summary>A body's whole year: imported, and its questions answered as the people who wrote it down expect.</summary>
public sealed class SampleYearTests(SampleYear service) : IClassFixture<SampleYear>
{
    private readonly SampleQuestions questions = new(service.As("inspector"));

    /// <summary>The questions that the reads of this release answer, by id.</summary>
    public static TheoryData<string> Questions => [.. SampleYear.Expected["questions"]!.AsArray()
        .Where(q => SampleQuestions.Kinds.Contains((string)q!["kind"]!)).Select(q => (string)q!["id"]!)];

    [Fact]
    public void The_import_takes_every_line()
    {
        var result = service.Imported.Is(200).Json;

        ((int)result["taken"]!).ShouldBe(672);
        ((int)result["known"]!).ShouldBe(0);
        result["refused"]!.AsArray().ShouldBeEmpty();
        result["notSupported"]!.AsObject().ShouldBeEmpty();
        ((long)result["position"]!).ShouldBe(672);
    }

    [Fact]
    public async Task Taken_as_of_now_every_line_is_taken_too()
    {
        var importer = service.As("importer", await service.NewTenant());

        var result = (await importer.Import("asOfNow=true&skipUnsupported=true", SampleYear.Commands)).Json;

        result["refused"]!.AsArray().Select(r => $"{r!["line"]} {r["command"]} {r["code"]}").ShouldBe([]);
        ((int)result["taken"]!).ShouldBe(672);
    }

    [Fact]
    public async Task The_same_file_again_records_nothing()
    {
        var before = await service.Rows("select * from ledger.head where tenant_id = 't1'");

        var result = (await service.As("importer").Import("skipUnsupported=true", SampleYear.Commands)).Is(200).Json;

        ((int)result["taken"]!).ShouldBe(0);
        ((int)result["known"]!).ShouldBe(672);
        (await service.Rows("select * from ledger.head where tenant_id = 't1'")).ShouldBe(before);
    }

    [Fact]
    public void The_questions_asked_here_are_all_but_how_many_commands_there_are() =>
        (Questions.Count, SampleYear.Expected["questions"]!.AsArray().Select(q => (string)q!["kind"]!).Distinct().Order()
            .Intersect(SampleQuestions.Kinds).Count()).ShouldBe((58, SampleQuestions.Kinds.Count()));

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
