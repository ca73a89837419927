-- What dashboards may read (docs/sql.md). Everything here is a view or a plain function over views: the views belong to
-- the ledger's owner and show rows of those tenants only that the asking role was given, the functions run with the
-- rights of whoever calls them. Names of persons are not here.
create schema ledger_read;

-- Which role of PostgreSQL may read which tenant in ledger_read.
create table ledger.tenant_access (
    tenant_id text collate "C" not null references ledger.head,
    role_name name not null,
    primary key (tenant_id, role_name)
);

-- Who has the rights of the ledger's owner reads every tenant here too.
create view ledger_read.tenant with (security_barrier) as
select h.tenant_id, h.zone, (statement_timestamp() at time zone h.zone)::date as today, h.position, h.recorded_at
from ledger.head h
where exists (
        select from ledger.tenant_access a join pg_catalog.pg_roles r on r.rolname = a.role_name
        where a.tenant_id = h.tenant_id and pg_catalog.pg_has_role(r.oid, 'usage'))
    or (select pg_catalog.pg_has_role(n.nspowner, 'usage') from pg_catalog.pg_namespace n where n.nspname = 'ledger');

create view ledger_read.act with (security_barrier) as
select tenant_id, first_position, last_position, recorded_at, command, actor
from ledger.command_log where tenant_id in (select t.tenant_id from ledger_read.tenant t);

create view ledger_read.area with (security_barrier) as
select tenant_id, area_id, name_zh, name_en, known_from, recorded_from
from ledger.area
where known_to = 9223372036854775807 and tenant_id in (select t.tenant_id from ledger_read.tenant t);

create view ledger_read.timeline with (security_barrier) as
select t.tenant_id, t.unit_id, t.position, e.id as event_id, t.type, e.timestamp as recorded_at, t.recorded_on, t.effective_on,
    e.user_name::text as actor, e.headers ->> 'recordedBy' as recorded_by, e.data, e.headers -> 'imported' as imported
from ledger.timeline t join ledger.mt_events e on e.tenant_id = t.tenant_id and e.seq_id = t.position
where t.tenant_id in (select a.tenant_id from ledger_read.tenant a);

-- The histories: their own columns, and alike in all of them the recorded period and the events that bound it. These are
-- looked up row by row, so a question that does not ask for them does not pay for them.
do $$
declare
    history record;
begin
    for history in select * from (values
        ('responsibility', 'unit_id, area_id, level, valid_from, valid_to, assignment_id, person_id, effective_from, ends_on'),
        ('required_cell', 'unit_id, area_id, level, valid_from, valid_to'),
        ('unit', 'unit_id, valid_from, valid_to, name_zh, name_en, kind, level, parent_id, level_labels::jsonb,
            required_cells::jsonb, effective_from, dissolved_on'),
        ('person', 'person_id, valid_from, valid_to, unit_id, post, post_category, since, in_office_from, left_on'),
        ('leading_group', 'group_id, unit_id, purpose, effective_from, dissolved_on, basis::jsonb'),
        ('group_member', 'group_id, person_id, valid_from, valid_to, unit_id, role, since'),
        ('task', $columns$task_id, unit_id, document ->> 'areaId' as area_id, document ->> 'title' as title, owner_id, status,
            due_on, late, (document ->> 'reopened')::int as reopened, (document ->> 'raisedAt')::timestamptz as raised_at,
            document ->> 'resolutionId' as resolution_id, document ->> 'findingId' as finding_id,
            document ->> 'planId' as plan_id, (document -> 'evidence')::jsonb as evidence,
            (document -> 'closings')::jsonb as closings$columns$),
        ('meeting', $columns$meeting_id, unit_id, kind, document ->> 'topic' as topic, (document -> 'areaIds')::jsonb as area_ids,
            status, (document ->> 'scheduledFor')::timestamp as scheduled_for, held_on, on_date,
            document ->> 'convenedBy' as convened_by, document ->> 'chairId' as chair_id,
            (document -> 'attendees')::jsonb as attendees, (document -> 'apologies')::jsonb as apologies,
            (document -> 'agenda')::jsonb as agenda, (document -> 'resolutions')::jsonb as resolutions,
            (document ->> 'backfilled')::boolean as backfilled,
            (document ->> 'heldRecordedAt')::timestamptz as held_recorded_at$columns$)) as h(name, columns)
    loop
        execute format($view$
            create view ledger_read.%I with (security_barrier) as
            select h.tenant_id, %s, h.known_from, h.known_to, h.recorded_from, h.recorded_to,
                (select e.id from ledger.mt_events e where e.tenant_id = h.tenant_id and e.seq_id = h.known_from) as opened_by,
                (select e.type::text from ledger.mt_events e
                    where e.tenant_id = h.tenant_id and e.seq_id = h.known_from) as opened_type,
                (select e.id from ledger.mt_events e where e.tenant_id = h.tenant_id and e.seq_id = h.known_to) as closed_by,
                (select e.type::text from ledger.mt_events e
                    where e.tenant_id = h.tenant_id and e.seq_id = h.known_to) as closed_type
            from ledger.%I h where h.tenant_id in (select t.tenant_id from ledger_read.tenant t)
            $view$, history.name || '_history', history.columns, history.name);
    end loop;
end $$;

-- Both clocks of a question, as the HTTP interface resolves them.
create function ledger_read.clocks(tenant text, as_of date, at_position bigint)
returns table (on_date date, last_position bigint, recorded_at timestamptz) language plpgsql stable rows 1 as $$
declare
    head ledger_read.tenant;
begin
    select t.* into head from ledger_read.tenant t where t.tenant_id = clocks.tenant;
    if not found then
        raise insufficient_privilege using message = format('there is no tenant "%s" that %s may read', clocks.tenant, current_user);
    end if;
    if clocks.at_position > head.position then
        raise invalid_parameter_value
            using message = format('position %s is not reached yet; the last is %s', clocks.at_position, head.position);
    end if;
    select a.last_position, a.recorded_at into last_position, recorded_at from ledger_read.act a
    where a.tenant_id = clocks.tenant and a.first_position <= coalesce(clocks.at_position, head.position)
    order by a.first_position desc limit 1;
    last_position := coalesce(last_position, 0);
    on_date := coalesce(clocks.as_of,
        case when clocks.at_position is not null then (clocks.recorded_at at time zone head.zone)::date end, head.today);
    return next;
end $$;

create function ledger_read.clocks(tenant text, as_of date, known_at timestamptz)
returns table (on_date date, last_position bigint, recorded_at timestamptz) language sql stable rows 1
as $$
    select coalesce($2, ($3 at time zone (select t.zone from ledger_read.tenant t where t.tenant_id = $1))::date, c.on_date),
        c.last_position, c.recorded_at
    from ledger_read.clocks($1, $2, case when $3 is not null then coalesce((
        select a.last_position from ledger_read.act a where a.tenant_id = $1 and a.recorded_at <= $3
        order by a.recorded_at desc, a.last_position desc limit 1), 0) end) c
$$;

-- Each subject once for today, as of a date at a position, and as of a date at an instant; {c} is where a question's clocks
-- come from. A literal without a type could be an instant or a position, so callers name the argument or give it a type.
do $$
declare
    subject record;
    body text;
begin
    for subject in select * from (values
        ('responsibility', 'responsibility_as_of', $body$
            select coalesce(q.tenant_id, q.held_tenant_id) as tenant_id, q.unit_id, q.area_id, q.level,
                q.tenant_id is not null as required, q.person_id, p.post, q.assignment_id, q.effective_from, q.ends_on, p.left_on
            from {c} c
            cross join lateral (
                select * from (
                    select r.tenant_id, r.unit_id, r.area_id, r.level from ledger_read.required_cell_history r
                    where r.tenant_id = c.tenant_id and r.known_from <= c.last_position and r.known_to > c.last_position
                        and r.valid_from <= c.on_date and r.valid_to > c.on_date) r
                full join (
                    select h.tenant_id as held_tenant_id, h.unit_id, h.area_id, h.level, h.person_id, h.assignment_id,
                        h.effective_from, h.ends_on
                    from ledger_read.responsibility_history h
                    where h.tenant_id = c.tenant_id and h.known_from <= c.last_position and h.known_to > c.last_position
                        and h.valid_from <= c.on_date and h.valid_to > c.on_date) h using (unit_id, area_id, level)) q
            left join ledger_read.person_history p on p.tenant_id = c.tenant_id and p.person_id = q.person_id
                and p.known_from <= c.last_position and p.known_to > c.last_position
                and p.valid_from <= c.on_date and p.valid_to > c.on_date $body$),
        ('unit', 'units_as_of', $body$
            select u.tenant_id, u.unit_id, u.name_zh, u.name_en, u.kind, u.level, u.parent_id, u.level_labels, u.required_cells,
                u.effective_from, u.dissolved_on
            from {c} c join ledger_read.unit_history u on u.tenant_id = c.tenant_id
                and u.known_from <= c.last_position and u.known_to > c.last_position
                and u.valid_from <= c.on_date and u.valid_to > c.on_date
            where u.effective_from <= c.on_date and coalesce(u.dissolved_on > c.on_date, true) $body$),
        ('person', 'people_as_of', $body$
            select p.tenant_id, p.person_id, p.unit_id, p.post, p.post_category, p.since, p.left_on
            from {c} c join ledger_read.person_history p on p.tenant_id = c.tenant_id
                and p.known_from <= c.last_position and p.known_to > c.last_position
                and p.valid_from <= c.on_date and p.valid_to > c.on_date
            where p.in_office_from <= c.on_date $body$),
        ('leading_group', 'leading_groups_as_of', $body$
            select g.tenant_id, g.group_id, g.unit_id, g.purpose, g.effective_from, g.dissolved_on, g.basis
            from {c} c join ledger_read.leading_group_history g on g.tenant_id = c.tenant_id
                and g.known_from <= c.last_position and g.known_to > c.last_position
            where g.effective_from <= c.on_date and coalesce(g.dissolved_on > c.on_date, true) $body$),
        ('group_member', 'group_members_as_of', $body$
            select m.tenant_id, m.group_id, m.unit_id, m.person_id, m.role, m.since
            from {c} c join ledger_read.leading_group_history g on g.tenant_id = c.tenant_id
                and g.known_from <= c.last_position and g.known_to > c.last_position
                and g.effective_from <= c.on_date and coalesce(g.dissolved_on > c.on_date, true)
            join ledger_read.group_member_history m on m.tenant_id = c.tenant_id and m.group_id = g.group_id
                and m.known_from <= c.last_position and m.known_to > c.last_position
                and m.valid_from <= c.on_date and m.valid_to > c.on_date $body$),
        ('task', 'tasks_as_of', $body$
            select t.tenant_id, t.task_id, t.unit_id, t.area_id, t.title, t.owner_id, t.status, t.due_on,
                t.status = 'open' and t.due_on < c.on_date as overdue, t.late, t.reopened, t.raised_at, t.resolution_id,
                t.finding_id, t.plan_id, t.evidence, t.closings
            from {c} c join ledger_read.task_history t on t.tenant_id = c.tenant_id
                and t.known_from <= c.last_position and t.known_to > c.last_position $body$),
        ('meeting', 'meetings_as_of', $body$
            select m.tenant_id, m.meeting_id, m.unit_id, m.kind, m.topic, m.area_ids, m.status, m.scheduled_for, m.held_on,
                m.on_date, m.convened_by, m.chair_id, m.attendees, m.apologies, m.agenda, m.resolutions, m.backfilled,
                m.held_recorded_at
            from {c} c join ledger_read.meeting_history m on m.tenant_id = c.tenant_id
                and m.known_from <= c.last_position and m.known_to > c.last_position $body$),
        -- What is required less what is held: both are half-open periods, so the difference is exact to the day.
        ('vacancy', 'vacancies_as_of', $body$
            select r.tenant_id, r.unit_id, r.area_id, r.level, lower(v.gap) as vacant_from,
                nullif(upper(v.gap), 'infinity') - 1 as vacant_to, nullif(upper(v.gap), 'infinity') - lower(v.gap) as days
            from {c} c
            cross join lateral (
                select r.tenant_id, r.unit_id, r.area_id, r.level, range_agg(daterange(r.valid_from, r.valid_to)) as days
                from ledger_read.required_cell_history r
                where r.tenant_id = c.tenant_id and r.known_from <= c.last_position and r.known_to > c.last_position
                group by r.tenant_id, r.unit_id, r.area_id, r.level) r
            left join lateral (
                select h.unit_id, h.area_id, h.level, range_agg(daterange(h.valid_from, h.valid_to)) as days
                from ledger_read.responsibility_history h
                where h.tenant_id = c.tenant_id and h.known_from <= c.last_position and h.known_to > c.last_position
                group by h.unit_id, h.area_id, h.level) h
                on h.unit_id = r.unit_id and h.area_id = r.area_id and h.level = r.level
            cross join lateral unnest(
                r.days * datemultirange({window}) - coalesce(h.days, '{}')) as v(gap)
            where v.gap @> {day} $body$)) as s(name, as_of, body)
    loop
        body := replace(replace(subject.body, '{window}', 'daterange(null, null)'), '{day}', 'c.on_date');
        execute format('create view ledger_read.%I with (security_barrier) as %s', subject.name, replace(body, '{c}',
            '(select t.tenant_id, t.today as on_date, t.position as last_position from ledger_read.tenant t)'));
        execute format('create function ledger_read.%I(tenant text, as_of date, at_position bigint)
            returns setof ledger_read.%I language sql stable begin atomic %s; end', subject.as_of, subject.name, replace(body, '{c}',
            '(select $1 as tenant_id, k.* from ledger_read.clocks($1, $2, $3) k)'));
        execute format('create function ledger_read.%1$I(tenant text, as_of date default null, known_at timestamptz default null)
            returns setof ledger_read.%2$I language sql stable
            begin atomic
                select a.* from ledger_read.clocks($1, $2, $3) c
                cross join lateral ledger_read.%1$I($1, c.on_date, c.last_position) a;
            end', subject.as_of, subject.name);
        if subject.name = 'vacancy' then
            body := replace(replace(subject.body, '{window}', 'daterange($2, $3, ''[]'')'), '{day}', 'lower(v.gap)');
            execute format('create function ledger_read.vacancies_between(
                tenant text, first_day date, last_day date, at_position bigint)
                returns setof ledger_read.vacancy language sql stable begin atomic %s; end', replace(body, '{c}',
                '(select $1 as tenant_id, k.* from ledger_read.clocks($1, null, $4) k)'));
            create function ledger_read.vacancies_between(
                tenant text, first_day date, last_day date, known_at timestamptz default null)
            returns setof ledger_read.vacancy language sql stable
            begin atomic
                select a.* from ledger_read.clocks($1, null, $4) c
                cross join lateral ledger_read.vacancies_between($1, $2, $3, c.last_position) a;
            end;
        end if;
    end loop;
end $$;

-- Nobody reads or calls anything here unless it is granted (Store/ReaderRole.cs).
revoke all on all functions in schema ledger_read from public;

-- What everything means, in Chinese and in English; docs/sql.md is made of it.
comment on schema ledger_read is '供看板和分析使用的只读视图与函数 | Views and functions for dashboards and analysis, read only';
comment on view ledger_read.tenant is
    '可查询的管辖及其当前位置 | The tenants that one may read, and where they stand now';
comment on view ledger_read.act is
    '已记录的每个行为及其事件的位置 | Every recorded act with the positions of its events';
comment on view ledger_read.area is
    '责任领域目录 | The catalogue of areas';
comment on view ledger_read.timeline is
    '审计时间线：与单位有关的每个事件，按 position 为记录次序；某时刻所知即 recorded_at 不晚于该时刻的行 | The audit timeline: every event that concerns a unit, position by position; as known at an instant are the rows with recorded_at not after it';
comment on view ledger_read.responsibility is
    '今日的责任矩阵：必设的与有人担任的责任单元；required 为真而 person_id 为空即空缺 | The matrix today: required cells and held cells; required without a person_id is a vacancy';
comment on view ledger_read.unit is
    '今日存在的单位 | The units that exist today';
comment on view ledger_read.person is
    '今日的责任人及其职务，离任者仍在列；不含姓名 | Office-holders with their posts today, also those who have left; without names';
comment on view ledger_read.leading_group is
    '今日在运作的领导小组 | The leading groups at work today';
comment on view ledger_read.group_member is
    '今日在运作的领导小组的成员 | The members, today, of the leading groups at work';
comment on view ledger_read.task is
    '任务的现状 | Tasks as they stand';
comment on view ledger_read.meeting is
    '会议的现状 | Meetings as they stand';
comment on view ledger_read.vacancy is
    '今日的空缺 | The vacancies of today';
comment on view ledger_read.responsibility_history is
    '谁担任哪个责任单元的全部历史：每个责任单元在每个日期、每个已知位置至多一行 | All that was ever known of who holds which cell: at most one row for each cell, date and position';
comment on view ledger_read.required_cell_history is
    '必设责任单元的全部历史 | All that was ever known of which cells are required';
comment on view ledger_read.unit_history is
    '单位的全部历史；首段向前无限延伸，是否存在看 effective_from 与 dissolved_on | All that was ever known of units; the first period reaches back for ever, and effective_from and dissolved_on say when the unit exists';
comment on view ledger_read.person_history is
    '责任人及其职务的全部历史；首段向前无限延伸；不含姓名 | All that was ever known of office-holders and their posts; the first period reaches back for ever; without names';
comment on view ledger_read.leading_group_history is
    '领导小组的全部历史 | All that was ever known of leading groups';
comment on view ledger_read.group_member_history is
    '领导小组成员的全部历史 | All that was ever known of the members of leading groups';
comment on view ledger_read.task_history is
    '任务的全部历史；只随已知时间变化 | All that was ever known of tasks, which follow the known clock alone';
comment on view ledger_read.meeting_history is
    '会议的全部历史；只随已知时间变化 | All that was ever known of meetings, which follow the known clock alone';
comment on function ledger_read.clocks(text, date, bigint) is
    '两个时钟的解析：生效日期与行为末尾的位置；位置落在行为之中即取该行为的末尾，尚未达到即报错 | How both clocks are resolved: the date, and the position of the last event of an act; a position inside an act stands for its last, one not reached yet is an error';
comment on function ledger_read.clocks(text, date, timestamptz) is
    '两个时钟的解析：时刻（含）即当时或之前最后一个行为；为空即现在；日期为空即该时刻在该管辖时区的日期 | How both clocks are resolved: an instant (inclusive) stands for the last act recorded at or before it, null for now; a date left null is that of the instant in the tenant''s zone';
comment on function ledger_read.responsibility_as_of(text, date, bigint) is
    '责任矩阵，按日期与已知位置 | The matrix, as of a date, as known at a position';
comment on function ledger_read.responsibility_as_of(text, date, timestamptz) is
    '责任矩阵，按日期与已知时刻 | The matrix, as of a date, as known at an instant';
comment on function ledger_read.units_as_of(text, date, bigint) is
    '存在的单位，按日期与已知位置 | The units that exist, as of a date, as known at a position';
comment on function ledger_read.units_as_of(text, date, timestamptz) is
    '存在的单位，按日期与已知时刻 | The units that exist, as of a date, as known at an instant';
comment on function ledger_read.people_as_of(text, date, bigint) is
    '责任人及其职务，离任者仍在列，按日期与已知位置 | Office-holders with their posts, also those who have left, as of a date, as known at a position';
comment on function ledger_read.people_as_of(text, date, timestamptz) is
    '责任人及其职务，离任者仍在列，按日期与已知时刻 | Office-holders with their posts, also those who have left, as of a date, as known at an instant';
comment on function ledger_read.leading_groups_as_of(text, date, bigint) is
    '在运作的领导小组，按日期与已知位置 | The leading groups at work, as of a date, as known at a position';
comment on function ledger_read.leading_groups_as_of(text, date, timestamptz) is
    '在运作的领导小组，按日期与已知时刻 | The leading groups at work, as of a date, as known at an instant';
comment on function ledger_read.group_members_as_of(text, date, bigint) is
    '在运作的领导小组的成员，按日期与已知位置 | The members of the leading groups at work, as of a date, as known at a position';
comment on function ledger_read.group_members_as_of(text, date, timestamptz) is
    '在运作的领导小组的成员，按日期与已知时刻 | The members of the leading groups at work, as of a date, as known at an instant';
comment on function ledger_read.tasks_as_of(text, date, bigint) is
    '任务（日期只决定是否逾期），按日期与已知位置 | Tasks (the date decides only what is overdue), as of a date, as known at a position';
comment on function ledger_read.tasks_as_of(text, date, timestamptz) is
    '任务（日期只决定是否逾期），按日期与已知时刻 | Tasks (the date decides only what is overdue), as of a date, as known at an instant';
comment on function ledger_read.meetings_as_of(text, date, bigint) is
    '会议（日期不起作用），按日期与已知位置 | Meetings (the date changes nothing), as of a date, as known at a position';
comment on function ledger_read.meetings_as_of(text, date, timestamptz) is
    '会议（日期不起作用），按日期与已知时刻 | Meetings (the date changes nothing), as of a date, as known at an instant';
comment on function ledger_read.vacancies_as_of(text, date, bigint) is
    '当日的空缺，起止不截断，按日期与已知位置 | The vacancies on a date, from their first day to their last, as of a date, as known at a position';
comment on function ledger_read.vacancies_as_of(text, date, timestamptz) is
    '当日的空缺，起止不截断，按日期与已知时刻 | The vacancies on a date, from their first day to their last, as of a date, as known at an instant';
comment on function ledger_read.vacancies_between(text, date, date, bigint) is
    '首日至末日之间的空缺，按区间截断；首日或末日为空即不限；按已知位置 | The vacancies from a first to a last day, cut at both; null is no bound; as known at a position';
comment on function ledger_read.vacancies_between(text, date, date, timestamptz) is
    '首日至末日之间的空缺，按区间截断；首日或末日为空即不限；按已知时刻 | The vacancies from a first to a last day, cut at both; null is no bound; as known at an instant';

-- Of columns: what a name means in every view, unless the view says otherwise.
do $$
declare
    described record;
begin
    for described in
        select distinct on (v.relname, a.attname) v.relname as view, a.attname as column, d.text
        from (values
            ('*', 'tenant_id', '管辖 | The tenant'),
            ('*', 'unit_id', '单位 | The unit'),
            ('*', 'area_id', '责任领域 | The area'),
            ('*', 'level', '责任层级：First、Leading、Direct | The level: First, Leading or Direct'),
            ('unit', 'level', '单位的级别，1 为最高 | The rank of the unit, 1 the highest'),
            ('unit_history', 'level', '单位的级别，1 为最高 | The rank of the unit, 1 the highest'),
            ('*', 'person_id', '责任人的标识 | The office-holder, by id'),
            ('responsibility', 'person_id', '担任者；无人担任时为空 | Who holds the cell; null when nobody does'),
            ('responsibility', 'required', '单位当日必设该责任单元 | The unit requires a holder on the date'),
            ('*', 'post', '当日的职务 | The post on the date'),
            ('person_history', 'post', '职务 | The post'),
            ('*', 'post_category', '职务类别 | The kind of post'),
            ('*', 'assignment_id', '责任分工 | The assignment'),
            ('*', 'effective_from', '生效首日，按更正后 | The first day in force, as corrected'),
            ('unit', 'effective_from', '存在的首日 | The first day of its existence'),
            ('unit_history', 'effective_from', '存在的首日 | The first day of its existence'),
            ('*', 'ends_on', '不再担任的首日；未知终止时为空 | The first day no longer held; null while no end is known'),
            ('*', 'left_on', '离任首日；未离任时为空 | The first day out of office; null when not known to have left'),
            ('*', 'dissolved_on', '撤销首日；未撤销时为空 | The first day without it; null while no end is known'),
            ('*', 'valid_from', '本行所述情况的首日，按管辖时区；-infinity 为向前无限 | The first day on which it is so, a date of the tenant''s zone; -infinity reaches back for ever'),
            ('*', 'valid_to', '本行所述情况结束后的首日；infinity 为无终止 | The first day on which it is no longer so; infinity without an end'),
            ('*', 'known_from', '使本行成为已知的事件的位置 | The position of the event by which it became known'),
            ('*', 'known_to', '使本行不再为已知的事件的位置；9223372036854775807 为至今已知 | The position of the event by which it ceased to be known; 9223372036854775807 while it still is'),
            ('*', 'recorded_from', '使本行成为已知的事件的记录时刻（UTC） | The instant of recording of the event by which it became known (UTC)'),
            ('*', 'recorded_to', '使本行不再为已知的事件的记录时刻；infinity 为至今已知 | The instant of recording of the event by which it ceased to be known; infinity while it still is'),
            ('*', 'opened_by', '使本行成为已知的事件的标识 | The id of the event by which it became known'),
            ('*', 'opened_type', '该事件的存储名称 | The stored name of that event'),
            ('*', 'closed_by', '使本行不再为已知的事件的标识；至今已知时为空 | The id of the event by which it ceased to be known; null while it still is'),
            ('*', 'closed_type', '该事件的存储名称；至今已知时为空 | The stored name of that event; null while it still is'),
            ('tenant', 'zone', '所有日期所属的时区（IANA） | The zone of all its dates (IANA)'),
            ('tenant', 'today', '该时区的今日 | Today in that zone'),
            ('tenant', 'position', '最后一个事件的位置；尚无事件时为 0 | The position of the last event; 0 before the first'),
            ('tenant', 'recorded_at', '最后一个事件的记录时刻（UTC）；尚无事件时为空 | The instant of recording of the last event (UTC); null before the first'),
            ('act', 'first_position', '首个事件的位置 | The position of its first event'),
            ('act', 'last_position', '末个事件的位置 | The position of its last event'),
            ('*', 'recorded_at', '记录时刻（UTC）：台账得知的时间 | The instant of recording (UTC): when the ledger learned of it'),
            ('act', 'command', '命令名称 | The name of the command'),
            ('*', 'actor', '行为人 | Whose act it is'),
            ('*', 'name_zh', '中文名称 | The Chinese name'),
            ('*', 'name_en', '英文名称 | The English name'),
            ('timeline', 'position', '在该管辖记录次序中的位置 | Its place in the tenant''s order of recording'),
            ('timeline', 'event_id', '事件的标识 | The id of the event'),
            ('timeline', 'type', '事件的存储名称 | The stored name of the event'),
            ('timeline', 'recorded_on', '记录日期，按管辖时区 | The date of recording in the tenant''s zone'),
            ('timeline', 'effective_on', '生效日期，按管辖时区；无生效日期的行为为空 | When it takes effect, a date of the tenant''s zone; null for an act without one'),
            ('timeline', 'recorded_by', '实际录入者 | Who recorded it'),
            ('timeline', 'data', '所存事件内容 | The event as it is stored'),
            ('timeline', 'imported', '导入的历史：所称时刻、台账实际接收时刻、文件；否则为空 | For imported history: the claimed instant, the ledger''s own, the file; else null'),
            ('*', 'kind', '种类 | The kind'),
            ('*', 'parent_id', '上级单位；最上级为空 | The unit above; null at the top'),
            ('*', 'level_labels', '单位对责任层级的称呼 | What the unit calls the levels'),
            ('*', 'required_cells', '必设责任单元 | The cells that the unit requires'),
            ('*', 'since', '担任现职务或现角色的首日 | The first day in that post or role'),
            ('*', 'in_office_from', '任职首日 | The first day in office'),
            ('*', 'group_id', '领导小组 | The leading group'),
            ('*', 'purpose', '设立目的 | What the group is for'),
            ('*', 'basis', '依据文件 | The document it rests on'),
            ('*', 'role', '组内角色：head、deputy、member | The role in the group: head, deputy or member'),
            ('*', 'task_id', '任务 | The task'),
            ('*', 'title', '任务名称 | What is to be done'),
            ('*', 'owner_id', '承办的责任人 | The office-holder who owns it'),
            ('task', 'status', 'open 未完成、closed 已销号、cancelled 已取消 | open, closed or cancelled'),
            ('task_history', 'status', 'open 未完成、closed 已销号、cancelled 已取消 | open, closed or cancelled'),
            ('meeting', 'status', 'scheduled 已安排、held 已召开、cancelled 已取消 | scheduled, held or cancelled'),
            ('meeting_history', 'status', 'scheduled 已安排、held 已召开、cancelled 已取消 | scheduled, held or cancelled'),
            ('*', 'due_on', '现行期限，按管辖时区 | The due date in force, in the tenant''s zone'),
            ('task', 'overdue', '未完成且期限早于所问日期 | Open, and due before the date asked for'),
            ('*', 'late', '曾逾期销号 | Any of its closings was late'),
            ('*', 'reopened', '重新打开的次数 | How often it was opened again'),
            ('*', 'raised_at', '台账得知下达任务的时刻（UTC） | When the ledger learned that it was raised (UTC)'),
            ('*', 'resolution_id', '所依据的决议；无则为空 | The resolution it comes from; null when none'),
            ('*', 'finding_id', '所依据的检查问题；无则为空 | The finding it comes from; null when none'),
            ('*', 'plan_id', '所依据的计划；无则为空 | The plan it comes from; null when none'),
            ('*', 'evidence', '佐证材料 | The evidence given'),
            ('*', 'closings', '每次销号 | Each closing'),
            ('*', 'meeting_id', '会议 | The meeting'),
            ('*', 'topic', '议题 | What it is about'),
            ('*', 'area_ids', '所涉责任领域 | The areas it concerns'),
            ('*', 'scheduled_for', '安排的时间，管辖时区的当地时间；未经安排即召开时为空 | When it is to be held, local time of the tenant''s zone; null when it was held unscheduled'),
            ('*', 'held_on', '召开日期，按更正后；未召开时为空 | The date it was held on, as corrected; null when it was not'),
            ('*', 'on_date', '召开日期，未召开时为安排的日期 | The date it was held on, else the date it is scheduled for'),
            ('*', 'convened_by', '召集人；无则为空 | Who called it; null when nobody is named'),
            ('*', 'chair_id', '主持人；未召开时为空 | Who chaired it; null when it was not held'),
            ('*', 'attendees', '出席的责任人 | The office-holders who were there'),
            ('*', 'apologies', '请假的责任人 | The office-holders who sent word'),
            ('*', 'agenda', '议程种类 | What was on, by kind'),
            ('*', 'resolutions', '决议 | What it adopted'),
            ('*', 'backfilled', '录入者声明为事后补录；未说明时为空 | The recorder''s own word that it was entered long after; null when nothing was said'),
            ('*', 'held_recorded_at', '台账得知已召开的时刻（UTC） | When the ledger learned that it was held (UTC)'),
            ('vacancy', 'vacant_from', '空缺首日 | The first day without a holder'),
            ('vacancy', 'vacant_to', '空缺末日；无终止时为空 | The last day without a holder; null without an end'),
            ('vacancy', 'days', '空缺天数；无终止时为空 | How many days; null without an end')) as d(view, column_name, text)
        join pg_catalog.pg_attribute a on a.attname = d.column_name and a.attnum > 0
        join pg_catalog.pg_class v on v.oid = a.attrelid and v.relnamespace = 'ledger_read'::regnamespace
            and v.relname = case when d.view = '*' then v.relname else d.view end
        order by v.relname, a.attname, d.view = '*'
    loop
        execute format('comment on column ledger_read.%I.%I is %L', described.view, described.column, described.text);
    end loop;
end $$;
