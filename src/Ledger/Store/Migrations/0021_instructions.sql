-- Whatever was resolved or found, and how far it has come. One definition for the reader, the dashboard and SQL: the planner
-- takes the function's query into the one that calls it.
create index task_resolution on ledger.task (tenant_id, (document ->> 'resolutionId')) where document ->> 'resolutionId' is not null;
create index accountability_case_task on ledger.accountability_case (tenant_id, (document ->> 'taskId'))
    where document ->> 'taskId' is not null;
create index accountability_case_finding on ledger.accountability_case (tenant_id, (document ->> 'findingId'))
    where document ->> 'findingId' is not null;

-- stage: 1 no task, 2 a task without evidence, 3 not closed, 4 not checked, 5 check not notified, 6 not acknowledged, 7 complete.
-- Of several tasks the one that lags counts; cancelled ones do not.
create function ledger.instruction(tenant text, at bigint) returns table (
    source text, id text, unit_id text, area_id text, words text, given_on date, act_id text, stage int)
language sql stable as $$
    with given as (
        select 'resolution' as source, r ->> 'resolutionId' as id, m.unit_id, r ->> 'areaId' as area_id, r ->> 'text' as words,
            m.held_on as given_on, m.meeting_id as act_id
        from ledger.meeting m cross join lateral json_array_elements(m.document -> 'resolutions') r
        where m.tenant_id = tenant and m.known_from <= at and m.known_to > at and m.status = 'held'
        union all
        select 'finding', f ->> 'findingId', i.unit_id, f ->> 'areaId', f ->> 'text', i.inspected_on, i.inspection_id
        from ledger.inspection i cross join lateral json_array_elements(i.document -> 'findings') f
        where i.tenant_id = tenant and i.known_from <= at and i.known_to > at),
    told as (
        select n.inspection_id, bool_or(n.acknowledged_on is not null) as acknowledged from ledger.notification n
        where n.tenant_id = tenant and n.known_from <= at and n.known_to > at group by n.inspection_id),
    checked as (
        select task_id, bool_or(t.inspection_id is not null) as notified, bool_or(coalesce(t.acknowledged, false)) as acknowledged
        from ledger.inspection i cross join lateral json_array_elements_text(i.document -> 'checkedTaskIds') task_id
            left join told t using (inspection_id)
        where i.tenant_id = tenant and i.known_from <= at and i.known_to > at group by task_id),
    raised as (
        select coalesce(t.document ->> 'resolutionId', t.document ->> 'findingId') as id,
            case when t.document ->> 'resolutionId' is null then 'finding' else 'resolution' end as source,
            min(case when json_array_length(t.document -> 'evidence') = 0 then 2
                when t.status <> 'closed' then 3
                when c.task_id is null then 4
                when not c.notified then 5
                when not c.acknowledged then 6
                else 7 end) as stage
        from ledger.task t left join checked c using (task_id)
        where t.tenant_id = tenant and t.known_from <= at and t.known_to > at and t.status <> 'cancelled' group by 1, 2)
    select g.source, g.id, g.unit_id, g.area_id, g.words, g.given_on, g.act_id, coalesce(r.stage, 1)
    from given g left join raised r using (source, id)
$$;
