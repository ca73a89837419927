-- Ids compare byte by byte, so lists have one order on every machine.
-- known_from/known_to: the positions from which and until which a row was what the ledger knew (half-open).

create table ledger.head (
    tenant_id   text collate "C" primary key,
    suffix      text not null unique,
    zone        text not null,
    position    bigint not null default 0,
    recorded_at timestamptz,
    importing   text
) with (fillfactor = 50);

create table ledger.command_log (
    tenant_id       text collate "C" not null references ledger.head,
    first_position  bigint not null,
    last_position   bigint not null,
    recorded_at     timestamptz not null,
    command         text not null,
    actor           text not null,
    idempotency_key text,
    body_hash       bytea,
    receipt         json,
    created         boolean not null,
    line_hash       bytea,
    line_ordinal    int,
    primary key (tenant_id, first_position),
    check (last_position >= first_position)
);
create unique index command_log_key on ledger.command_log (tenant_id, actor, idempotency_key)
    where idempotency_key is not null;
create unique index command_log_line on ledger.command_log (tenant_id, line_hash, line_ordinal)
    where line_hash is not null;
create index command_log_recorded on ledger.command_log (tenant_id, recorded_at, last_position);

-- Where each id stands: ids are unique per tenant and kind.
create table ledger.id (
    tenant_id text collate "C" not null references ledger.head,
    kind      text collate "C" not null,
    id        text collate "C" not null,
    stream    text collate "C" not null,
    primary key (tenant_id, kind, id)
);

-- The streams that concern a unit or give an office-holder a duty.
create table ledger.link (
    tenant_id text collate "C" not null references ledger.head,
    kind      text collate "C" not null,
    id        text collate "C" not null,
    stream    text collate "C" not null,
    primary key (tenant_id, kind, id, stream)
);

-- Names of persons stand here alone, so that a name can be erased without touching the log.
create table ledger.directory (
    tenant_id    text collate "C" not null references ledger.head,
    person_id    text collate "C" not null,
    display_name text not null,
    primary key (tenant_id, person_id)
);

create extension if not exists btree_gist with schema ledger;

create table ledger.area (
    tenant_id  text collate "C" not null,
    area_id    text collate "C" not null,
    name_zh    text not null,
    name_en    text not null,
    known_from bigint not null,
    known_to   bigint not null,
    primary key (tenant_id, area_id, known_from)
);
create unique index area_now on ledger.area (tenant_id, area_id) where known_to = 9223372036854775807;

create table ledger.unit (
    tenant_id      text collate "C" not null,
    unit_id        text collate "C" not null,
    valid_from     date not null,
    valid_to       date not null,
    name_zh        text not null,
    name_en        text not null,
    kind           text not null,
    level          int not null,
    parent_id      text collate "C",
    level_labels   json not null,
    required_cells json not null,
    effective_from date not null,
    dissolved_on   date,
    version        bigint not null,
    known_from     bigint not null,
    known_to       bigint not null,
    primary key (tenant_id, unit_id, valid_from, known_from),
    check (valid_from < valid_to and known_from < known_to)
);
create unique index unit_now on ledger.unit (tenant_id, unit_id, valid_from) where known_to = 9223372036854775807;
create index unit_parent on ledger.unit (tenant_id, parent_id);

create table ledger.required_cell (
    tenant_id  text collate "C" not null,
    unit_id    text collate "C" not null,
    area_id    text collate "C" not null,
    level      text collate "C" not null,
    valid_from date not null,
    valid_to   date not null,
    known_from bigint not null,
    known_to   bigint not null,
    primary key (tenant_id, unit_id, area_id, level, valid_from, known_from),
    check (valid_from < valid_to and known_from < known_to)
);
create unique index required_cell_now on ledger.required_cell (tenant_id, unit_id, area_id, level, valid_from)
    where known_to = 9223372036854775807;

create table ledger.cell (
    tenant_id  text collate "C" not null,
    unit_id    text collate "C" not null,
    area_id    text collate "C" not null,
    level      text collate "C" not null,
    version    bigint not null,
    known_from bigint not null,
    known_to   bigint not null,
    primary key (tenant_id, unit_id, area_id, level, known_from),
    check (known_from < known_to)
);
create unique index cell_now on ledger.cell (tenant_id, unit_id, area_id, level)
    where known_to = 9223372036854775807;

-- One row for each (cell, date, position) that has a holder; the constraint makes a second one impossible.
create table ledger.responsibility (
    tenant_id      text collate "C" not null,
    unit_id        text collate "C" not null,
    area_id        text collate "C" not null,
    level          text collate "C" not null,
    valid_from     date not null,
    valid_to       date not null,
    assignment_id  text collate "C" not null,
    person_id      text collate "C" not null,
    effective_from date not null,
    ends_on        date,
    known_from     bigint not null,
    known_to       bigint not null,
    primary key (tenant_id, unit_id, area_id, level, valid_from, known_from),
    check (valid_from < valid_to and known_from < known_to),
    constraint one_holder exclude using gist (
        tenant_id with =, unit_id with =, area_id with =, level with =,
        daterange(valid_from, valid_to) with &&, int8range(known_from, known_to) with &&)
);
create unique index responsibility_now on ledger.responsibility (tenant_id, unit_id, area_id, level, valid_from)
    where known_to = 9223372036854775807;
create index responsibility_person on ledger.responsibility (tenant_id, person_id);

create table ledger.person (
    tenant_id     text collate "C" not null,
    person_id     text collate "C" not null,
    valid_from    date not null,
    valid_to      date not null,
    unit_id       text collate "C" not null,
    post          text not null,
    post_category text not null,
    since         date not null,
    in_office_from date not null,
    left_on       date,
    version       bigint not null,
    known_from    bigint not null,
    known_to      bigint not null,
    primary key (tenant_id, person_id, valid_from, known_from),
    check (valid_from < valid_to and known_from < known_to)
);
create unique index person_now on ledger.person (tenant_id, person_id, valid_from)
    where known_to = 9223372036854775807;
create index person_unit on ledger.person (tenant_id, unit_id);

create table ledger.leading_group (
    tenant_id      text collate "C" not null,
    group_id       text collate "C" not null,
    unit_id        text collate "C" not null,
    purpose        text not null,
    effective_from date not null,
    dissolved_on   date,
    basis          json,
    version        bigint not null,
    known_from     bigint not null,
    known_to       bigint not null,
    primary key (tenant_id, group_id, known_from),
    check (known_from < known_to)
);
create unique index leading_group_now on ledger.leading_group (tenant_id, group_id)
    where known_to = 9223372036854775807;
create index leading_group_unit on ledger.leading_group (tenant_id, unit_id);

create table ledger.group_member (
    tenant_id  text collate "C" not null,
    group_id   text collate "C" not null,
    unit_id    text collate "C" not null,
    person_id  text collate "C" not null,
    valid_from date not null,
    valid_to   date not null,
    role       text not null,
    since      date not null,
    known_from bigint not null,
    known_to   bigint not null,
    primary key (tenant_id, group_id, person_id, valid_from, known_from),
    check (valid_from < valid_to and known_from < known_to),
    constraint one_role exclude using gist (
        tenant_id with =, group_id with =, person_id with =,
        daterange(valid_from, valid_to) with &&, int8range(known_from, known_to) with &&)
);
create unique index group_member_now on ledger.group_member (tenant_id, group_id, person_id, valid_from)
    where known_to = 9223372036854775807;
create index group_member_person on ledger.group_member (tenant_id, person_id);

create table ledger.meeting (
    tenant_id     text collate "C" not null,
    meeting_id    text collate "C" not null,
    unit_id       text collate "C" not null,
    kind          text not null,
    status        text not null,
    on_date       date not null,
    held_on       date,
    document      json not null,
    known_from    bigint not null,
    known_to      bigint not null,
    primary key (tenant_id, meeting_id, known_from),
    check (known_from < known_to)
);
create unique index meeting_now on ledger.meeting (tenant_id, meeting_id) where known_to = 9223372036854775807;
create index meeting_unit on ledger.meeting (tenant_id, unit_id);

create table ledger.task (
    tenant_id  text collate "C" not null,
    task_id    text collate "C" not null,
    unit_id    text collate "C" not null,
    owner_id   text collate "C" not null,
    status     text not null,
    due_on     date not null,
    late       boolean not null,
    document   json not null,
    known_from bigint not null,
    known_to   bigint not null,
    primary key (tenant_id, task_id, known_from),
    check (known_from < known_to)
);
create unique index task_now on ledger.task (tenant_id, task_id) where known_to = 9223372036854775807;
create index task_unit on ledger.task (tenant_id, unit_id);
create index task_owner on ledger.task (tenant_id, owner_id);

-- One row for each act and unit that it concerns; what the act says stays in the log.
create table ledger.timeline (
    tenant_id   text collate "C" not null,
    unit_id     text collate "C" not null,
    position    bigint not null,
    type        text not null,
    recorded_on date not null,
    primary key (tenant_id, unit_id, position)
);
