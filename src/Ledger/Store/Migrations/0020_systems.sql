-- What a unit owes and what follows on a task: obligations, inspections, notifications, cases, assessments, reports, the
-- register of channels, releases and items under review.

create table ledger.obligation (
    tenant_id      text collate "C" not null,
    obligation_id  text collate "C" not null,
    rule_code      text collate "C" not null,
    effective_from date not null,
    document       json not null,
    known_from     bigint not null,
    known_to       bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, obligation_id, known_from),
    check (known_from < known_to)
);
create unique index obligation_now on ledger.obligation (tenant_id, obligation_id) where known_to = 9223372036854775807;
create index obligation_rule on ledger.obligation (tenant_id, rule_code);

create table ledger.obligation_unit (
    tenant_id     text collate "C" not null,
    obligation_id text collate "C" not null,
    unit_id       text collate "C" not null,
    known_from    bigint not null,
    known_to      bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, obligation_id, unit_id, known_from),
    check (known_from < known_to)
);
create unique index obligation_unit_now on ledger.obligation_unit (tenant_id, obligation_id, unit_id)
    where known_to = 9223372036854775807;
create index obligation_unit_unit on ledger.obligation_unit (tenant_id, unit_id, known_from);

create table ledger.inspection (
    tenant_id          text collate "C" not null,
    inspection_id      text collate "C" not null,
    unit_id            text collate "C" not null,
    inspecting_unit_id text collate "C" not null,
    kind               text not null,
    inspected_on       date not null,
    document           json not null,
    known_from         bigint not null,
    known_to           bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, inspection_id, known_from),
    check (known_from < known_to)
);
create unique index inspection_now on ledger.inspection (tenant_id, inspection_id) where known_to = 9223372036854775807;
create index inspection_unit on ledger.inspection (tenant_id, unit_id, known_from);
-- The tasks that were raised from a finding.
create index task_finding on ledger.task (tenant_id, (document ->> 'findingId')) where document ->> 'findingId' is not null;

create table ledger.notification (
    tenant_id       text collate "C" not null,
    notification_id text collate "C" not null,
    inspection_id   text collate "C" not null,
    to_unit_id      text collate "C" not null,
    issued_on       date not null,
    acknowledged_on date,
    document        json not null,
    known_from      bigint not null,
    known_to        bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, notification_id, known_from),
    check (known_from < known_to)
);
create unique index notification_now on ledger.notification (tenant_id, notification_id) where known_to = 9223372036854775807;
create index notification_inspection on ledger.notification (tenant_id, inspection_id);
create index notification_unit on ledger.notification (tenant_id, to_unit_id, known_from);

create table ledger.accountability_case (
    tenant_id  text collate "C" not null,
    case_id    text collate "C" not null,
    unit_id    text collate "C" not null,
    person_id  text collate "C" not null,
    decided_on date not null,
    document   json not null,
    known_from bigint not null,
    known_to   bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, case_id, known_from),
    check (known_from < known_to)
);
create unique index accountability_case_now on ledger.accountability_case (tenant_id, case_id)
    where known_to = 9223372036854775807;
create index accountability_case_unit on ledger.accountability_case (tenant_id, unit_id, known_from);

create table ledger.assessment (
    tenant_id     text collate "C" not null,
    assessment_id text collate "C" not null,
    unit_id       text collate "C" not null,
    recorded_on   date not null,
    document      json not null,
    known_from    bigint not null,
    known_to      bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, assessment_id, known_from),
    check (known_from < known_to)
);
create unique index assessment_now on ledger.assessment (tenant_id, assessment_id) where known_to = 9223372036854775807;
create index assessment_unit on ledger.assessment (tenant_id, unit_id, known_from);

create table ledger.report (
    tenant_id      text collate "C" not null,
    report_id      text collate "C" not null,
    unit_id        text collate "C" not null,
    person_id      text collate "C",
    kind           text not null,
    period         text collate "C" not null,
    submitted_on   date not null,
    content_sha256 text collate "C" not null,
    position       bigint not null,
    document       json not null,
    known_from     bigint not null,
    known_to       bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, report_id, known_from),
    check (known_from < known_to)
);
create unique index report_now on ledger.report (tenant_id, report_id) where known_to = 9223372036854775807;
create index report_unit on ledger.report (tenant_id, unit_id, known_from);
create index report_content on ledger.report (tenant_id, content_sha256);

create table ledger.channel (
    tenant_id    text collate "C" not null,
    channel_id   text collate "C" not null,
    unit_id      text collate "C" not null,
    kind         text not null,
    status       text not null,
    custodian_id text collate "C" not null,
    recorded_at  timestamptz not null,
    filed_on     date,
    retired_on   date,
    document     json not null,
    known_from   bigint not null,
    known_to     bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, channel_id, known_from),
    check (known_from < known_to)
);
create unique index channel_now on ledger.channel (tenant_id, channel_id) where known_to = 9223372036854775807;
create index channel_unit on ledger.channel (tenant_id, unit_id, known_from);
create index channel_custodian on ledger.channel (tenant_id, custodian_id);

create table ledger.release (
    tenant_id      text collate "C" not null,
    release_log_id text collate "C" not null,
    unit_id        text collate "C" not null,
    channel_id     text collate "C",
    kind           text not null,
    period         text collate "C" not null,
    starts_on      date not null,
    ends_on        date not null,
    count          bigint not null,
    position       bigint not null,
    known_from     bigint not null,
    known_to       bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, release_log_id, known_from),
    check (known_from < known_to and starts_on < ends_on)
);
create unique index release_now on ledger.release (tenant_id, release_log_id) where known_to = 9223372036854775807;
create index release_unit on ledger.release (tenant_id, unit_id, known_from);

create table ledger.release_item (
    tenant_id    text collate "C" not null,
    item_id      text collate "C" not null,
    unit_id      text collate "C" not null,
    class        text not null,
    status       text not null,
    published_on date,
    all_gates    boolean not null,
    in_force     json not null,
    document     json not null,
    known_from   bigint not null,
    known_to     bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, item_id, known_from),
    check (known_from < known_to)
);
create unique index release_item_now on ledger.release_item (tenant_id, item_id) where known_to = 9223372036854775807;
create index release_item_unit on ledger.release_item (tenant_id, unit_id, known_from);

-- What an act changed of these is part of a unit's replay too.
alter view ledger.unit_row rename to core_unit_row;
create view ledger.unit_row as
select tenant_id, unit_id, known_from, known_to, what, id, row from ledger.core_unit_row
union all
select tenant_id, unit_id, known_from, known_to, 'obligation', obligation_id, json_build_object('unitId', unit_id)
from ledger.obligation_unit
union all
select tenant_id, unit_id, known_from, known_to, 'inspection', inspection_id, document from ledger.inspection
union all
select tenant_id, to_unit_id, known_from, known_to, 'notification', notification_id, document from ledger.notification
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
    json_build_object('channelId', channel_id, 'kind', kind, 'period', period, 'count', count)
from ledger.release
union all
select tenant_id, unit_id, known_from, known_to, 'release-item', item_id, document from ledger.release_item;
