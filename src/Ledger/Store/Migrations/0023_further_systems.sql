-- rebuild: assessments
-- What the other systems record: plans, openness, incidents, trainings,
-- activities and honours.

create table ledger.plan (
    tenant_id  text collate "C" not null,
    plan_id    text collate "C" not null,
    unit_id    text collate "C" not null,
    period     text collate "C" not null,
    adopted_on date not null,
    document   json not null,
    known_from bigint not null,
    known_to   bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, plan_id, known_from),
    check (known_from < known_to)
);
create unique index plan_now on ledger.plan (tenant_id, plan_id) where known_to = 9223372036854775807;
create index plan_unit on ledger.plan (tenant_id, unit_id, known_from);

create table ledger.openness_record (
    tenant_id    text collate "C" not null,
    record_id    text collate "C" not null,
    unit_id      text collate "C" not null,
    kind         text not null,
    decided_on   date not null,
    published_on date not null,
    document     json not null,
    known_from   bigint not null,
    known_to     bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, record_id, known_from),
    check (known_from < known_to)
);
create unique index openness_record_now on ledger.openness_record (tenant_id, record_id)
    where known_to = 9223372036854775807;
create index openness_record_unit on ledger.openness_record (tenant_id, unit_id, known_from);

create table ledger.incident (
    tenant_id      text collate "C" not null,
    incident_id    text collate "C" not null,
    unit_id        text collate "C" not null,
    kind           text not null,
    status         text not null,
    opened_on      date not null,
    duty_person_id text collate "C",
    document       json not null,
    known_from     bigint not null,
    known_to       bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, incident_id, known_from),
    check (known_from < known_to)
);
create unique index incident_now on ledger.incident (tenant_id, incident_id) where known_to = 9223372036854775807;
create index incident_unit on ledger.incident (tenant_id, unit_id, known_from);
create index incident_duty on ledger.incident (tenant_id, duty_person_id);

create table ledger.training (
    tenant_id    text collate "C" not null,
    training_id  text collate "C" not null,
    unit_id      text collate "C" not null,
    completed_on date not null,
    document     json not null,
    known_from   bigint not null,
    known_to     bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, training_id, known_from),
    check (known_from < known_to)
);
create unique index training_now on ledger.training (tenant_id, training_id) where known_to = 9223372036854775807;
create index training_unit on ledger.training (tenant_id, unit_id, known_from);

create table ledger.training_person (
    tenant_id    text collate "C" not null,
    training_id  text collate "C" not null,
    person_id    text collate "C" not null,
    completed_on date not null,
    known_from   bigint not null,
    known_to     bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, training_id, person_id, known_from),
    check (known_from < known_to)
);
create unique index training_person_now on ledger.training_person (tenant_id, training_id, person_id)
    where known_to = 9223372036854775807;
create index training_person_person on ledger.training_person (tenant_id, person_id, completed_on);

create table ledger.civic_activity (
    tenant_id   text collate "C" not null,
    activity_id text collate "C" not null,
    unit_id     text collate "C" not null,
    held_on     date not null,
    document    json not null,
    known_from  bigint not null,
    known_to    bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, activity_id, known_from),
    check (known_from < known_to)
);
create unique index civic_activity_now on ledger.civic_activity (tenant_id, activity_id)
    where known_to = 9223372036854775807;
create index civic_activity_unit on ledger.civic_activity (tenant_id, unit_id, known_from);

create table ledger.honour (
    tenant_id   text collate "C" not null,
    honour_id   text collate "C" not null,
    unit_id     text collate "C" not null,
    received_on date not null,
    document    json not null,
    known_from  bigint not null,
    known_to    bigint not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null,
    primary key (tenant_id, honour_id, known_from),
    check (known_from < known_to)
);
create unique index honour_now on ledger.honour (tenant_id, honour_id) where known_to = 9223372036854775807;
create index honour_unit on ledger.honour (tenant_id, unit_id, known_from);

-- An assessment that is only opened has no result yet.
alter table ledger.assessment add column opened_on date;
alter table ledger.assessment alter column recorded_on drop not null;

-- What an act changed of these is part of a unit's replay too.
alter view ledger.unit_row rename to systems_unit_row;
create view ledger.unit_row as
select tenant_id, unit_id, known_from, known_to, what, id, row from ledger.systems_unit_row
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
select tenant_id, unit_id, known_from, known_to, 'honour', honour_id, document from ledger.honour;
