using Ledger.Meetings;
using Ledger.Tasks;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>"Their state follows knownAt alone; asOf decides only overdue, and hides no row."</summary>
internal sealed partial class Oracle
{
    private IEnumerable<Row> Tasks() => Facts.OfType<TaskRaised>().Select(t => new Row("task", t.TaskId, t.UnitId, Task(t)));

    private object Task(TaskRaised raised)
    {
        var own = log.Where(r => r.Data is ITaskEvent e && e.TaskId == raised.TaskId).ToList();
        var (dueOn, ownerId, status, reopened) = (raised.DueOn, raised.OwnerId, "open", 0);
        var closings = new List<object>();
        foreach (var fact in own.Select(r => r.Data))
            switch (fact)
            {
                case TaskClosed e:
                    closings.Add(new { closedOn = e.ClosedOn, dueOn, verifiedBy = e.VerifiedBy, late = e.ClosedOn > dueOn });
                    status = "closed";
                    break;
                case TaskReopened e:
                    (status, dueOn, reopened) = ("open", e.NewDueOn, reopened + 1);
                    break;
                case DueDateExtended e:
                    dueOn = e.NewDueOn;
                    break;
                case TaskReassigned e:
                    ownerId = e.NewOwnerId;
                    break;
                case TaskCancelled:
                    status = "cancelled";
                    break;
                default:
                    break;
            }

        return new
        {
            taskId = raised.TaskId,
            unitId = raised.UnitId,
            areaId = raised.AreaId,
            title = raised.Title,
            ownerId,
            dueOn,
            status,
            overdue = status == "open" && dueOn < date,
            ownerLeftOn = status == "open" && Person(ownerId).LeftOn is { } left && left <= date ? left : (LocalDate?)null,
            resolutionId = raised.ResolutionId,
            findingId = raised.FindingId,
            planId = raised.PlanId,
            raisedAt = own[0].RecordedAt,
            evidence = own.Select(r => r.Data).OfType<EvidenceSubmitted>().Select(e => new
            {
                evidenceId = e.EvidenceId,
                kind = e.Kind,
                description = e.Description,
                sha256 = e.Sha256,
                submittedOn = e.SubmittedOn,
            }),
            closings,
            reopened,
            version = own.Count,
        };
    }

    private IEnumerable<Row> Meetings() => Facts.OfType<MeetingScheduled>().Select(m => (m.MeetingId, m.UnitId))
        .Concat(Facts.OfType<MeetingHeld>().Select(m => (m.MeetingId, m.UnitId))).Distinct()
        .Select(m => new Row("meeting", m.MeetingId, m.UnitId, Meeting(m.MeetingId, m.UnitId)));

    private object Meeting(string meetingId, string unitId)
    {
        var own = log.Where(r => r.Data.Stream == $"meeting/{meetingId}").ToList();
        var scheduled = own.Select(r => r.Data).OfType<MeetingScheduled>().SingleOrDefault();
        var moved = own.Select(r => r.Data).OfType<MeetingRescheduled>().LastOrDefault();
        var heldAt = own.SingleOrDefault(r => r.Data is MeetingHeld);
        var held = heldAt?.Data as MeetingHeld;
        var corrections = own.Select(r => r.Data).OfType<MeetingCorrected>().Select(c => c.Changes).ToList();

        // Each member by itself: what the last correction that names it says, else the holding, else the schedule.
        return new
        {
            meetingId,
            unitId,
            kind = held?.Kind ?? scheduled!.Kind,
            topic = corrections.Where(c => c.Topic.IsGiven).Select(c => c.Topic.Value).LastOrDefault() ?? held?.Topic ?? scheduled!.Topic,
            areaIds = corrections.Where(c => c.AreaIds.IsGiven).Select(c => c.AreaIds.Value).LastOrDefault()
                ?? held?.AreaIds ?? scheduled!.AreaIds,
            status = held is not null ? "held" : own.Any(r => r.Data is MeetingCancelled) ? "cancelled" : "scheduled",
            scheduledFor = moved?.NewScheduledFor ?? scheduled?.ScheduledFor,
            heldOn = corrections.Where(c => c.HeldOn.IsGiven).Select(c => (LocalDate?)c.HeldOn.Value).LastOrDefault() ?? held?.HeldOn,
            convenedBy = scheduled?.ConvenedBy,
            chairId = corrections.Where(c => c.ChairId.IsGiven).Select(c => c.ChairId.Value).LastOrDefault() ?? held?.ChairId,
            attendees = corrections.Where(c => c.Attendees.IsGiven).Select(c => c.Attendees.Value).LastOrDefault()
                ?? held?.Attendees ?? [],
            apologies = corrections.Where(c => c.Apologies.IsGiven).Select(c => c.Apologies.Value).LastOrDefault()
                ?? held?.Apologies ?? [],
            agenda = corrections.Where(c => c.Agenda.IsGiven).Select(c => c.Agenda.Value).LastOrDefault() ?? held?.Agenda ?? [],
            resolutions = held?.Resolutions ?? [],
            backfilled = held?.Backfilled,
            heldRecordedAt = heldAt?.RecordedAt,
            version = own.Count,
        };
    }
}
