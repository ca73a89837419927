-- rebuild: assignments
-- Every assignment as recorded and corrected so far, voided ones too.
create table ledger.assignment (
    tenant_id      text collate "C" not null,
    assignment_id  text collate "C" not null,
    unit_id        text collate "C" not null,
    area_id        text collate "C" not null,
    level          text collate "C" not null,
    person_id      text collate "C" not null,
    effective_from date not null,
    ends_on        date,
    replaces       text collate "C",
    voided         boolean not null,
    recorded_at    timestamptz not null,
    known_from     bigint not null,
    known_to       bigint not null,
    primary key (tenant_id, assignment_id, known_from),
    check (known_from < known_to)
);
create unique index assignment_now on ledger.assignment (tenant_id, assignment_id)
    where known_to = 9223372036854775807;
create index assignment_unit on ledger.assignment (tenant_id, unit_id);
