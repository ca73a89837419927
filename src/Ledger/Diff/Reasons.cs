using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Ledger.Accountability;
using Ledger.Assignments;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.Meetings;
using Ledger.Openness;
using Ledger.People;
using Ledger.PublicationReview;
using Ledger.Reads;
using Ledger.Releases;
using Ledger.Tasks;
using Ledger.Units;
using NodaTime;

namespace Ledger.Diff;

/// <summary>Why an answer differs.</summary>
public enum Because
{
    /// <summary>Something happened, or took effect, in the world.</summary>
    [JsonStringEnumMemberName("world")] World,

    /// <summary>A mistake in the record was put right.</summary>
    [JsonStringEnumMemberName("corrected")] Corrected,

    /// <summary>An act was held never to have been.</summary>
    [JsonStringEnumMemberName("rescinded")] Rescinded,

    /// <summary>The ledger learned of it after it had taken effect.</summary>
    [JsonStringEnumMemberName("late")] Late,
}

/// <summary>Finds the acts behind differences: those recorded between the two positions in the streams that a
/// difference speaks of; where both states know the same acts, those that took effect between the two dates.</summary>
internal static class Reasons
{
    private const string Sql = """
        select seq_id, version, timestamp, type, data, stream_id from ledger.mt_events
        where tenant_id = $1 and stream_id = any($4) and seq_id <= $2 order by seq_id
        """;

    public static async Task<IReadOnlyList<DiffItem>> Of(
        ReadSession first, ReadSession second, IReadOnlyList<Difference> differences, CancellationToken cancellation)
    {
        var later = first.Question.Position > second.Question.Position ? first : second;
        var streams = differences.SelectMany(StreamsOf).Distinct().ToArray();
        var acts = (await later.Query(
                Sql, r => (Stream: r.GetString(5), Act: new Act(later.Event(r, 0), r.GetString(3))), cancellation, [streams]))
            .ToLookup(a => a.Stream, a => a.Act);
        return [.. differences.Select(d => Explain(first.Question, second.Question,
            d, [.. StreamsOf(d).SelectMany(s => acts[s]).OrderBy(a => a.Recorded.Position)]))];
    }

    private static DiffItem Explain(Question first, Question second, Difference difference, List<Act> acts)
    {
        var (low, high) = (Math.Min(first.Position, second.Position), Math.Max(first.Position, second.Position));
        var (from, to) = (LocalDate.Min(first.AsOf, second.AsOf), LocalDate.Max(first.AsOf, second.AsOf));
        var learned = acts.Where(a => a.Recorded.Position > low && a.Recorded.Position <= high).ToList();
        var happened = acts.Where(a => a.Recorded.Data.EffectiveOn is { } on && on > from && on <= to).ToList();
        if (ThatMatter(difference, acts, learned, second.AsOf) is { Count: > 0 } exact)
            learned = WhatStayed(exact);
        var why = learned.Count > 0 ? learned : happened.Count > 0 ? happened
            : MadeSo(difference, acts.Where(a => a.Recorded.Position <= low), from, to);
        var because = learned.Count == 0 ? Because.World
            : learned.Any(a => a.Recorded.Data is AssignmentVoided) ? Because.Rescinded
            : learned.Any(a => a.IsCorrection) ? Because.Corrected
            : learned.Any(a => a.Recorded.Data.EffectiveOn < a.Recorded.RecordedAt.InZone(second.Zone).Date) ? Because.Late
            : Because.World;
        return new(difference.What, difference.Id, difference.Before, difference.After, because,
            [.. why.Select(a => new DiffEvent(a.Recorded.Position, a.Type))]);
    }

    /// <summary>Of a cell's acts those that change who holds it on the date; an act for another day explains nothing.</summary>
    private static List<Act> ThatMatter(Difference difference, List<Act> acts, List<Act> learned, LocalDate on)
    {
        if (difference.What == "releases")
            return [.. learned.Where(a => a.Recorded.Data.NewIds.Any(n => n.Id == difference.Id))];
        if (difference.What != "cell")
            return learned;
        var cell = Cell.Empty;
        var matter = new List<Act>();
        foreach (var act in acts)
        {
            var before = cell.HolderOn(on);
            cell = act.Recorded.Data is ICellEvent ? cell.Apply(act.Recorded) : cell;
            if (learned.Contains(act) && (act.Recorded.Data is not ICellEvent || cell.HolderOn(on) != before))
                matter.Add(act);
        }

        return matter;
    }

    /// <summary>An assignment that came and was voided between the two states explains neither.</summary>
    private static List<Act> WhatStayed(List<Act> learned)
    {
        var came = learned.Where(a => a.Recorded.Data is LeaderAssigned or LeaderReplaced).Select(IdOf).ToHashSet();
        var gone = learned.Where(a => a.Recorded.Data is AssignmentVoided).Select(IdOf).Where(came.Contains).ToHashSet();
        var stayed = learned.Where(a => !gone.Contains(IdOf(a))).ToList();
        return stayed.Count > 0 ? stayed : learned;
    }

    private static string? IdOf(Act act) => (act.Recorded.Data as ICellEvent)?.AssignmentId;

    /// <summary>Where no act took effect between the dates by its own date (a due date passed, an end came that was
    /// corrected together with the start): the last one that made it so.</summary>
    private static List<Act> MadeSo(Difference difference, IEnumerable<Act> acts, LocalDate from, LocalDate to)
    {
        var cell = Cell.Empty;
        Act? last = null;
        foreach (var act in acts)
        {
            var before = (cell.HolderOn(from), cell.HolderOn(to));
            cell = act.Recorded.Data is ICellEvent ? cell.Apply(act.Recorded) : cell;
            var matters = difference.What switch
            {
                "cell" => act.Recorded.Data is not ICellEvent || (cell.HolderOn(from), cell.HolderOn(to)) != before,
                "task" => act.Recorded.Data is TaskRaised or DueDateExtended or TaskReopened,
                _ => true,
            };
            last = matters ? act : last;
        }

        return last is null ? [] : [last];
    }

    /// <summary>The streams of which a difference speaks; a cell's also those of its unit and of its holders.</summary>
    private static IEnumerable<string> StreamsOf(Difference d) => d.What switch
    {
        "unit" => [Unit.Stream(d.Id)],
        "cell" => CellStreams(d),
        "leading-group" => [LeadingGroup.Stream(d.Id)],
        "person" => [OfficeHolder.Stream(d.Id)],
        "task" => [WorkTask.Stream(d.Id)],
        "meeting" => [Meeting.Stream(d.Id)],
        "accountability-case" => [AccountabilityCase.Stream(d.Id)],
        "release-item" => [ReleaseItem.Stream(d.Id)],
        "releases" => [UnitReleases.Stream(Text(d.Before ?? d.After, "unitId")!)],
        "openness-record" => [OpennessRecord.Stream(d.Id)],
        _ => [$"{d.What}/{d.Id}"],
    };

    private static IEnumerable<string> CellStreams(Difference d)
    {
        var (before, after) = (d.Before?["holder"], d.After?["holder"]);
        if (Text(before, "assignmentId") != Text(after, "assignmentId") || Text(before, "personId") != Text(after, "personId")
            || Text(before, "effectiveFrom") != Text(after, "effectiveFrom") || Text(before, "endsOn") != Text(after, "endsOn"))
            yield return $"{Cell.Kind}/{d.Id}";
        else
            foreach (var personId in new[] { Text(before, "personId"), Text(after, "personId") }.OfType<string>().Distinct())
                yield return OfficeHolder.Stream(personId);
        if (!JsonNode.DeepEquals(d.Before?["required"], d.After?["required"]))
            yield return Unit.Stream(d.Id.Split('/')[0]);
    }

    private static string? Text(JsonNode? node, string member) => node?[member]?.GetValue<string>();

    private sealed record Act(Recorded Recorded, string Type)
    {
        public bool IsCorrection => Recorded.Data
            is AssignmentCorrected or MeetingCorrected or UnitCorrected or OfficeHolderCorrected;
    }
}
