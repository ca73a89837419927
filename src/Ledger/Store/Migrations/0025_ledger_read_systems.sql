-- rebuild: obligations
-- What dashboards may read of the systems around the matrix (docs/sql.md), in the manner of 0005: for each subject all that
-- was ever known, today, as of a date at a position, and as of a date at an instant.

-- Every row of these systems by unit; of several units that an obligation binds each has it.
create view ledger.system_row as
select tenant_id, to_unit_id as unit_id, known_from, known_to, 'notification' as what, notification_id as id, document as row
from ledger.notification
union all
select u.tenant_id, u.unit_id, greatest(u.known_from, o.known_from), least(u.known_to, o.known_to), 'obligation',
    u.obligation_id, o.document
from ledger.obligation_unit u join ledger.obligation o on o.tenant_id = u.tenant_id and o.obligation_id = u.obligation_id
    and o.known_from < u.known_to and o.known_to > u.known_from
union all
select tenant_id, unit_id, known_from, known_to, 'inspection', inspection_id, document from ledger.inspection
union all
select tenant_id, unit_id, known_from, known_to, 'accountability-case', case_id, document from ledger.accountability_case
union all
select tenant_id, unit_id, known_from, known_to, 'assessment', assessment_id, document from ledger.assessment
union all
select tenant_id, unit_id, known_from, known_to, 'report', report_id, document from ledger.report
union all
select tenant_id, unit_id, known_from, known_to, 'channel', channel_id, document from ledger.channel
union all
select tenant_id, unit_id, known_from, known_to, 'releases', release_log_id,
    json_build_object('unitId', unit_id, 'channelId', channel_id, 'kind', kind, 'period', period, 'count', count)
from ledger.release
union all
select tenant_id, unit_id, known_from, known_to, 'release-item', item_id, document from ledger.release_item
union all
select tenant_id, unit_id, known_from, known_to, 'plan', plan_id, document from ledger.plan
union all
select tenant_id, unit_id, known_from, known_to, 'openness-record', record_id, document from ledger.openness_record
union all
select tenant_id, unit_id, known_from, known_to, 'incident', incident_id, document from ledger.incident
union all
select tenant_id, unit_id, known_from, known_to, 'training', training_id, document from ledger.training
union all
select tenant_id, unit_id, known_from, known_to, 'activity', activity_id, document from ledger.civic_activity
union all
select tenant_id, unit_id, known_from, known_to, 'honour', honour_id, document from ledger.honour
union all
select tenant_id, unit_id, known_from, known_to, 'hand-over', assignment_id, json_build_object('unitId', unit_id, 'accepted', accepted)
from ledger.hand_over;

-- A unit's replay shows all of them, and a diff what is new in them.
create or replace view ledger.unit_row as
select tenant_id, unit_id, known_from, known_to, what, id, row from ledger.core_unit_row
union all
select tenant_id, unit_id, known_from, known_to, what, id, row from ledger.system_row;
drop view ledger.systems_unit_row;

-- Whoever was inspected acknowledges what was found: the word of another unit that was told too does not end the chain.
-- Each instruction's own tasks, checks and notifications are looked up, so that those of one unit are found by its indexes.
create or replace function ledger.instruction(tenant text, at bigint) returns table (
    source text, id text, unit_id text, area_id text, words text, given_on date, act_id text, stage int)
language sql stable as $$
    select g.source, g.id, g.unit_id, g.area_id, g.words, g.given_on, g.act_id, coalesce(f.stage, 1)
    from (
        select 'resolution' as source, r ->> 'resolutionId' as id, m.unit_id, r ->> 'areaId' as area_id, r ->> 'text' as words,
            m.held_on as given_on, m.meeting_id as act_id
        from ledger.meeting m cross join lateral json_array_elements(m.document -> 'resolutions') r
        where m.tenant_id = tenant and m.known_from <= at and m.known_to > at and m.status = 'held'
        union all
        select 'finding', f ->> 'findingId', i.unit_id, f ->> 'areaId', f ->> 'text', i.inspected_on, i.inspection_id
        from ledger.inspection i cross join lateral json_array_elements(i.document -> 'findings') f
        where i.tenant_id = tenant and i.known_from <= at and i.known_to > at) g
    left join lateral (
        select min(case when json_array_length(t.document -> 'evidence') = 0 then 2
            when t.status <> 'closed' then 3
            else coalesce(k.stage, 4) end) as stage
        from ledger.task t
        left join lateral (
            select case when bool_or(n.acknowledged_on is not null and n.to_unit_id = i.unit_id) then 7
                when bool_or(n.notification_id is not null) then 6
                when count(*) > 0 then 5 end as stage
            from ledger.inspection i
            left join ledger.notification n on n.tenant_id = tenant and n.inspection_id = i.inspection_id
                and n.known_from <= at and n.known_to > at
            where i.tenant_id = tenant and i.unit_id = t.unit_id and i.known_from <= at and i.known_to > at
                and (i.document -> 'checkedTaskIds')::jsonb ? t.task_id) k on t.status = 'closed'
        where t.tenant_id = tenant and t.known_from <= at and t.known_to > at and t.status <> 'cancelled'
            and (g.source = 'resolution' and t.document ->> 'resolutionId' = g.id
                or g.source = 'finding' and t.document ->> 'findingId' = g.id)) f on true
$$;

-- A subject's own columns: as they are, or text:name, date:name, int:name, bool:name, json:name out of its document.
do $$
declare
    subject record;
    own text;
    names text;
    source text;
    body text;
begin
    for subject in select * from (values
        ('obligation', 'obligations', 'obligation', 'obligation_id rule_code json:unit_ids effective_from date:ends_on json:parameters json:basis',
            '对单位生效的规则', 'The rules adopted for units'),
        ('inspection', 'inspections', 'inspection',
            'inspection_id unit_id inspecting_unit_id kind inspected_on json:area_ids json:checked_task_ids json:aspects json:basis',
            '检查；所查出的问题见 finding', 'Inspections; what they found stands in finding'),
        ('finding', 'findings', null, null,
            '检查所发现的问题及其办理情况', 'What inspections found, and what became of it'),
        ('notification', 'notifications', 'notification',
            'notification_id inspection_id text:from_unit_id to_unit_id text:kind issued_on acknowledged_on text:acknowledged_by',
            '对检查结果的通报及签收', 'Written results of inspections and their acknowledgement'),
        ('instruction', 'instructions', null, null,
            '每项决议和问题，及其落实到哪一步', 'Every resolution and finding, and where its chain stops'),
        ('accountability_case', 'accountability_cases', 'accountability_case',
            'case_id unit_id person_id text:task_id text:finding_id text:form text:ground text:cause decided_on date:lifted_on json:basis',
            '因未履行责任而采取的问责', 'Measures against office-holders for duties not done'),
        ('assessment', 'assessments', 'assessment',
            'assessment_id unit_id text:by_unit_id text:period text:status json:rule_codes opened_on int:rules_met int:rules_total recorded_on date:published_on json:basis',
            '对单位的考核', 'Assessments of units'),
        ('report', 'reports', 'report',
            'report_id unit_id person_id kind period text:to_unit_id submitted_on content_sha256 json:figures json:items text:supersedes_report_id date:returned_on text:return_reason text:superseded_by json:basis',
            '计划与报告，数据为其自报', 'Plans and reports, with the figures that they claim'),
        ('channel', 'channels', 'channel',
            'channel_id unit_id kind text:name custodian_id bool:ten_or_more_members filed_on text:filing_no retired_on status',
            '单位自有阵地的台账', 'The register of the units'' own channels'),
        ('release', 'releases', 'release', 'release_log_id unit_id channel_id kind period count',
            '单位发布的数量', 'How many items the units released'),
        ('release_item', 'release_items', 'release_item',
            'item_id unit_id class text:title text:channel_id text:author_id date:submitted_on status json:approvals json:returns published_on',
            '单位拟发布的稿件及其审核', 'Items that the units publish, with their approvals'),
        ('plan', 'plans', 'plan', 'plan_id unit_id text:title period adopted_on json:area_ids json:basis',
            '单位通过的计划', 'Adopted plans of units'),
        ('openness_record', 'openness_records', 'openness_record',
            'record_id unit_id kind text:title decided_on published_on int:days_between text:channel_id json:basis',
            '单位公开的自身事项', 'What units made public of their own affairs'),
        ('incident', 'incidents', 'incident',
            'incident_id unit_id kind text:title opened_on text:area_id status json:roster date:closed_on text:measures json:review json:basis',
            '一般突发情况、值守与复盘', 'Ordinary incidents, who was on duty, and their review'),
        ('training', 'trainings', 'training', 'training_id unit_id json:person_ids text:title completed_on json:basis',
            '责任人完成的培训', 'Trainings that office-holders completed'),
        ('activity', 'activities', 'civic_activity', 'activity_id unit_id text:title text:kind held_on text:area_id json:basis',
            '单位举办的活动', 'Activities that units held'),
        ('honour', 'honours', 'honour', 'honour_id unit_id text:title text:awarded_by received_on json:basis',
            '单位获得的荣誉', 'Honours that units received'),
        ('hand_over', 'hand_overs', 'hand_over', 'assignment_id unit_id json:accepted',
            '工作交接双方的确认', 'Who accepted which hand-over'))
        as s(name, plural, own_table, columns, zh, en)
    loop
        if subject.name = 'finding' then
            own := $columns$f ->> 'findingId' as finding_id, h.inspection_id, h.unit_id, f ->> 'areaId' as area_id,
                f ->> 'severity' as severity, f ->> 'text' as text, h.inspected_on as found_on$columns$;
            source := $from$ledger.inspection h cross join lateral json_array_elements(h.document -> 'findings') f$from$;
            -- The first task raised from a finding is named; the finding is closed when one of its tasks is and none is open.
            body := $body$
                select h.tenant_id, h.finding_id, h.inspection_id, h.unit_id, h.area_id, h.severity, h.text, h.found_on,
                    t.task_id, t.raised_at as task_raised_at,
                    case when t.task_id is null then 'no-task' when t.closed then 'closed' else 'open' end as state
                from {c} c join ledger_read.finding_history h on h.tenant_id = c.tenant_id
                    and h.known_from <= c.last_position and h.known_to > c.last_position
                left join lateral (
                    select t.task_id, t.raised_at,
                        bool_or(t.status = 'closed') over () and not bool_or(t.status = 'open') over () as closed
                    from ledger_read.task_history t
                    where t.tenant_id = c.tenant_id and t.finding_id = h.finding_id
                        and t.known_from <= c.last_position and t.known_to > c.last_position
                    order by t.raised_at, t.task_id limit 1) t on true $body$;
        elsif subject.name = 'instruction' then
            -- The same chain as in ledger.instruction, over what dashboards may read.
            own := null;
            body := $body$
                select c.tenant_id, g.source, g.id, g.unit_id, g.area_id, g.text, g.given_on, g.act_id,
                    ('{task,evidence,closing,check,notification,acknowledgement,nothing}'::text[])[coalesce(f.stage, 1)] as lacks
                from {c} c
                cross join lateral (
                    select 'resolution' as source, r ->> 'resolutionId' as id, m.unit_id, r ->> 'areaId' as area_id,
                        r ->> 'text' as text, m.held_on as given_on, m.meeting_id as act_id
                    from ledger_read.meeting_history m cross join lateral jsonb_array_elements(m.resolutions) r
                    where m.tenant_id = c.tenant_id and m.known_from <= c.last_position and m.known_to > c.last_position
                        and m.status = 'held'
                    union all
                    select 'finding', f.finding_id, f.unit_id, f.area_id, f.text, f.found_on, f.inspection_id
                    from ledger_read.finding_history f
                    where f.tenant_id = c.tenant_id and f.known_from <= c.last_position and f.known_to > c.last_position) g
                left join lateral (
                    select min(case when jsonb_array_length(t.evidence) = 0 then 2
                        when t.status <> 'closed' then 3
                        else coalesce(k.stage, 4) end) as stage
                    from ledger_read.task_history t
                    left join lateral (
                        select case when bool_or(n.acknowledged_on is not null and n.to_unit_id = i.unit_id) then 7
                            when bool_or(n.notification_id is not null) then 6
                            when count(*) > 0 then 5 end as stage
                        from ledger_read.inspection_history i
                        left join ledger_read.notification_history n
                            on n.tenant_id = c.tenant_id and n.inspection_id = i.inspection_id
                            and n.known_from <= c.last_position and n.known_to > c.last_position
                        where i.tenant_id = c.tenant_id and i.unit_id = t.unit_id
                            and i.known_from <= c.last_position and i.known_to > c.last_position
                            and i.checked_task_ids ? t.task_id) k on t.status = 'closed'
                    where t.tenant_id = c.tenant_id and t.known_from <= c.last_position and t.known_to > c.last_position
                        and t.status <> 'cancelled'
                        and (g.source = 'resolution' and t.resolution_id = g.id
                            or g.source = 'finding' and t.finding_id = g.id)) f on true
                $body$;
        else
            select string_agg(case
                    when c.type is null then 'h.' || c.name
                    when c.type = 'json' then format('(h.document -> %L)::jsonb as %I', c.member, c.name)
                    else format('(h.document ->> %L)::%s as %I', c.member, c.type, c.name) end, ', ' order by c.place),
                string_agg('h.' || c.name, ', ' order by c.place)
            into own, names
            from (
                select place, nullif(split_part(part, ':', 1), part) as type, split_part(part, ':', -1) as name,
                    lower(left(camel, 1)) || substr(camel, 2) as member
                from regexp_split_to_table(subject.columns, ' ') with ordinality as p(part, place)
                cross join lateral replace(initcap(replace(split_part(part, ':', -1), '_', ' ')), ' ', '') as camel) c;
            if subject.name = 'hand_over' then
                own := 'h.assignment_id, h.unit_id, h.accepted::jsonb as accepted';
            end if;
            source := format('ledger.%I h', subject.own_table);
            body := format($body$
                select h.tenant_id, %s from {c} c join ledger_read.%I h on h.tenant_id = c.tenant_id
                    and h.known_from <= c.last_position and h.known_to > c.last_position $body$,
                names, subject.name || '_history');
        end if;

        if own is not null then
            execute format($view$
                create view ledger_read.%I with (security_barrier) as
                select h.tenant_id, %s, h.known_from, h.known_to, h.recorded_from, h.recorded_to,
                    (select e.id from ledger.mt_events e where e.tenant_id = h.tenant_id and e.seq_id = h.known_from) as opened_by,
                    (select e.type::text from ledger.mt_events e
                        where e.tenant_id = h.tenant_id and e.seq_id = h.known_from) as opened_type,
                    (select e.id from ledger.mt_events e where e.tenant_id = h.tenant_id and e.seq_id = h.known_to) as closed_by,
                    (select e.type::text from ledger.mt_events e
                        where e.tenant_id = h.tenant_id and e.seq_id = h.known_to) as closed_type
                from %s where h.tenant_id in (select t.tenant_id from ledger_read.tenant t)
                $view$, subject.name || '_history', own, source);
            execute format('comment on view ledger_read.%I is %L', subject.name || '_history',
                format('%s：全部历史；只随已知时间变化 | %s: all that was ever known; they follow the known clock alone', subject.zh, subject.en));
        end if;
        execute format('create view ledger_read.%I with (security_barrier) as %s', subject.name, replace(body, '{c}',
            '(select t.tenant_id, t.today as on_date, t.position as last_position from ledger_read.tenant t)'));
        execute format('create function ledger_read.%I(tenant text, as_of date, at_position bigint)
            returns setof ledger_read.%I language sql stable begin atomic %s; end', subject.plural || '_as_of', subject.name,
            replace(body, '{c}', '(select $1 as tenant_id, k.* from ledger_read.clocks($1, $2, $3) k)'));
        execute format('create function ledger_read.%1$I(tenant text, as_of date default null, known_at timestamptz default null)
            returns setof ledger_read.%2$I language sql stable
            begin atomic
                select a.* from ledger_read.clocks($1, $2, $3) c
                cross join lateral ledger_read.%1$I($1, c.on_date, c.last_position) a;
            end', subject.plural || '_as_of', subject.name);
        execute format('comment on view ledger_read.%I is %L', subject.name,
            format('%s，现状 | %s, as they stand', subject.zh, subject.en));
        execute format('comment on function ledger_read.%I(text, date, bigint) is %L', subject.plural || '_as_of',
            format('%s（日期不起作用），按日期与已知位置 | %s (the date changes nothing), as of a date, as known at a position', subject.zh, subject.en));
        execute format('comment on function ledger_read.%I(text, date, timestamptz) is %L', subject.plural || '_as_of',
            format('%s（日期不起作用），按日期与已知时刻 | %s (the date changes nothing), as of a date, as known at an instant', subject.zh, subject.en));
    end loop;
end $$;

-- Nobody reads or calls anything here unless it is granted (Store/ReaderRole.cs).
revoke all on all functions in schema ledger_read from public;

-- Of columns: what is said here, else what the column of that name means in the views that were there before.
do $$
declare
    described record;
begin
    for described in
        select v.relname as view, a.attname as column, coalesce(
            (select d.text from (values
                ('*', 'title', '名称 | What it is called'),
                ('*', 'kind', '种类 | The kind'),
                ('*', 'period', '所属时期：年、半年或月 | The period it is for: a year, a half-year or a month'),
                ('obligation', 'obligation_id', '义务 | The obligation'),
                ('obligation', 'rule_code', '规则编号 | The code of the rule'),
                ('obligation', 'unit_ids', '负有该义务的单位 | The units that owe it'),
                ('obligation', 'effective_from', '生效首日 | The first day in force'),
                ('obligation', 'ends_on', '终止首日；未终止时为空；即为首日时该义务已被撤回 | The first day without it; null while it goes on; on its first day it was taken back'),
                ('obligation', 'parameters', '规则参数 | The parameters of the rule'),
                ('*', 'inspection_id', '检查 | The inspection'),
                ('inspection', 'unit_id', '被检查的单位 | The unit inspected'),
                ('finding', 'unit_id', '被检查的单位 | The unit inspected'),
                ('*', 'inspecting_unit_id', '检查的单位 | The unit that inspects'),
                ('*', 'inspected_on', '检查日期，按管辖时区 | The date of the inspection, in the tenant''s zone'),
                ('*', 'checked_task_ids', '查看的任务 | The tasks that were looked at'),
                ('*', 'aspects', '所检查的方面 | The aspects that were looked at'),
                ('finding', 'finding_id', '问题 | The finding'),
                ('*', 'severity', '严重程度 | How serious it is'),
                ('*', 'text', '内容 | Its words'),
                ('*', 'found_on', '检查日期，按管辖时区 | The date of the inspection, in the tenant''s zone'),
                ('finding', 'task_id', '据此下达的首个任务；无则为空 | The first task raised from it; null when none'),
                ('finding', 'task_raised_at', '台账得知下达该任务的时刻（UTC） | When the ledger learned of that task (UTC)'),
                ('finding', 'state', 'no-task 无任务、open 未整改、closed 已整改；取消的任务不算整改 | no-task, open or closed; a cancelled task leaves it open'),
                ('*', 'notification_id', '通报 | The notification'),
                ('*', 'from_unit_id', '发出通报的单位 | The unit that issued it'),
                ('notification', 'to_unit_id', '接收通报的单位 | The unit that is told'),
                ('*', 'issued_on', '发出日期，按管辖时区 | The date of issue, in the tenant''s zone'),
                ('*', 'acknowledged_on', '签收日期，按管辖时区；未签收时为空 | The date of acknowledgement, in the tenant''s zone; null while there is none'),
                ('*', 'acknowledged_by', '签收人；未签收时为空 | Who acknowledged it; null while nobody did'),
                ('instruction', 'source', 'resolution 决议、finding 问题 | resolution or finding'),
                ('instruction', 'id', '决议或问题的标识 | The id of the resolution or finding'),
                ('instruction', 'given_on', '会议或检查的日期，按管辖时区 | The date of the meeting or inspection, in the tenant''s zone'),
                ('instruction', 'act_id', '所出自的会议或检查 | The meeting or inspection it comes from'),
                ('instruction', 'lacks', '首个缺失的环节：task 任务、evidence 佐证、closing 销号、check 检查、notification 通报、acknowledgement 签收；nothing 为无缺失；多个任务取最落后者，取消的不计 | The first missing link: task, evidence, closing, check, notification, acknowledgement, or nothing; of several tasks the one that lags, cancelled ones do not count'),
                ('*', 'case_id', '问责 | The case'),
                ('accountability_case', 'task_id', '所涉任务；无则为空 | The task it is about; null when none'),
                ('accountability_case', 'finding_id', '所涉问题；无则为空 | The finding it is about; null when none'),
                ('*', 'form', '问责方式 | The form of the measure'),
                ('*', 'ground', '问责情形 | Its ground'),
                ('*', 'cause', '原因分析 | The analysis of the cause'),
                ('*', 'decided_on', '决定日期，按管辖时区 | The date of the decision, in the tenant''s zone'),
                ('*', 'lifted_on', '解除日期，按管辖时区；未解除时为空 | The date it was lifted, in the tenant''s zone; null while it was not'),
                ('*', 'assessment_id', '考核 | The assessment'),
                ('*', 'by_unit_id', '考核的单位 | The unit that assesses'),
                ('assessment', 'status', '状态 | Its state'),
                ('*', 'rule_codes', '事先确定的考核规则；未事先确定时为空 | The rules fixed beforehand; null when none were'),
                ('assessment', 'opened_on', '启动日期，按管辖时区；无则为空 | The date it was opened, in the tenant''s zone; null when it was not'),
                ('*', 'rules_met', '达到的规则数；尚无结果时为空 | How many rules were met; null before the result'),
                ('*', 'rules_total', '考核的规则数；尚无结果时为空 | How many rules were assessed; null before the result'),
                ('*', 'recorded_on', '结果日期，按管辖时区；尚无结果时为空 | The date of the result, in the tenant''s zone; null before it'),
                ('assessment', 'published_on', '公布日期，按管辖时区；未公布时为空 | The date of publication, in the tenant''s zone; null while there is none'),
                ('*', 'report_id', '计划或报告 | The plan or report'),
                ('report', 'person_id', '述职报告的述职人；其他报告为空 | Whose duty report it is; null for others'),
                ('report', 'to_unit_id', '接收报告的单位；最上级为空 | The unit that receives it; null at the top'),
                ('*', 'submitted_on', '提交日期，按管辖时区 | The date it was handed in, in the tenant''s zone'),
                ('*', 'content_sha256', '内容的 SHA-256 | The SHA-256 of its content'),
                ('*', 'figures', '自报的数据 | The figures it claims'),
                ('*', 'items', '所列事项 | The items it lists'),
                ('*', 'supersedes_report_id', '所取代的报告；无则为空 | The report in whose place it came; null when none'),
                ('*', 'returned_on', '退回日期，按管辖时区；未退回时为空 | The date it was sent back, in the tenant''s zone; null while it was not'),
                ('*', 'return_reason', '退回原因；未退回时为空 | Why it was sent back; null while it was not'),
                ('*', 'superseded_by', '取代它的报告；无则为空 | The report that came in its place; null while there is none'),
                ('channel', 'channel_id', '阵地 | The channel'),
                ('*', 'channel_id', '阵地；无则为空 | The channel; null when none'),
                ('*', 'name', '名称 | Its name'),
                ('*', 'custodian_id', '管理人 | The office-holder in whose care it is'),
                ('*', 'ten_or_more_members', '成员是否达到十人 | Whether it has ten or more members'),
                ('*', 'filed_on', '备案日期，按管辖时区；未备案时为空 | The date of filing, in the tenant''s zone; null while it is not filed'),
                ('*', 'filing_no', '备案号；未备案时为空 | The number of the filing; null while it is not filed'),
                ('*', 'retired_on', '停用日期，按管辖时区；在用时为空 | The date of retirement, in the tenant''s zone; null while in use'),
                ('channel', 'status', 'active 在用、retired 已停用 | active or retired'),
                ('*', 'release_log_id', '发布数 | The count of releases'),
                ('*', 'count', '数量 | How many'),
                ('*', 'item_id', '稿件 | The item'),
                ('*', 'class', '稿件类别 | Its class'),
                ('*', 'author_id', '作者 | The office-holder who wrote it'),
                ('release_item', 'status', 'submitted 待审、approved 审核通过、returned 已退回、published 已发布 | submitted, approved, returned or published'),
                ('*', 'approvals', '各次审核 | Each approval'),
                ('*', 'returns', '各次退回 | Each return'),
                ('release_item', 'published_on', '发布日期，按管辖时区；未发布时为空 | The date of publication, in the tenant''s zone; null while there is none'),
                ('plan', 'plan_id', '计划 | The plan'),
                ('*', 'adopted_on', '通过日期，按管辖时区 | The date of adoption, in the tenant''s zone'),
                ('*', 'record_id', '公开事项 | The record'),
                ('openness_record', 'published_on', '公开日期，按管辖时区 | The date it was made public, in the tenant''s zone'),
                ('*', 'days_between', '从决定到公开的天数 | The days from decision to publication'),
                ('*', 'incident_id', '突发情况 | The incident'),
                ('incident', 'opened_on', '发生日期，按管辖时区 | The date it was opened, in the tenant''s zone'),
                ('incident', 'area_id', '所涉责任领域；无则为空 | The area it concerns; null when none'),
                ('incident', 'status', 'open 处置中、closed 处置完毕、reviewed 已复盘 | open, closed or reviewed'),
                ('*', 'roster', '值守安排，按日期；各至下一人为止 | Who was on duty from when, each until the next'),
                ('*', 'closed_on', '处置完毕日期，按管辖时区；未完毕时为空 | Its last day, in the tenant''s zone; null while it is open'),
                ('*', 'measures', '处置措施；未完毕时为空 | What was done; null while it is open'),
                ('*', 'review', '复盘；未复盘时为空 | The review; null until there is one'),
                ('*', 'training_id', '培训 | The training'),
                ('*', 'person_ids', '完成培训的责任人 | The office-holders who completed it'),
                ('*', 'completed_on', '完成日期，按管辖时区 | The date of completion, in the tenant''s zone'),
                ('*', 'activity_id', '活动 | The activity'),
                ('activity', 'held_on', '举办日期，按管辖时区 | The date it was held on, in the tenant''s zone'),
                ('activity', 'area_id', '所涉责任领域；无则为空 | The area it concerns; null when none'),
                ('*', 'honour_id', '荣誉 | The honour'),
                ('*', 'awarded_by', '授予者 | Who awarded it'),
                ('*', 'received_on', '获得日期，按管辖时区 | The date it was received, in the tenant''s zone'),
                ('hand_over', 'assignment_id', '所交接的责任分工 | The assignment that is handed over'),
                ('*', 'accepted', '双方各自的确认 | The word of each side')) as d(view, column_name, text)
                where d.column_name = a.attname and d.view in ('*', regexp_replace(v.relname, '_history$', ''))
                order by d.view = '*' limit 1),
            (select col_description(b.attrelid, b.attnum) from pg_catalog.pg_attribute b
                where b.attname = a.attname and b.attrelid in (
                    'ledger_read.responsibility_history'::regclass, 'ledger_read.leading_group_history'::regclass,
                    'ledger_read.person_history'::regclass, 'ledger_read.meeting_history'::regclass)
                order by b.attrelid = 'ledger_read.responsibility_history'::regclass limit 1)) as text
        from pg_catalog.pg_attribute a join pg_catalog.pg_class v on v.oid = a.attrelid
        where v.relnamespace = 'ledger_read'::regnamespace and v.relkind = 'v' and a.attnum > 0 and not a.attisdropped
            and col_description(a.attrelid, a.attnum) is null
    loop
        execute format('comment on column ledger_read.%I.%I is %L', described.view, described.column, described.text);
    end loop;
end $$;
