create table ledger.hand_over (
    tenant_id     text collate "C" not null,
    assignment_id text collate "C" not null,
    unit_id       text collate "C" not null,
    accepted      json not null,
    known_from    bigint not null,
    known_to      bigint not null,
    recorded_from timestamptz not null,
    recorded_to   timestamptz not null,
    primary key (tenant_id, assignment_id, known_from),
    check (known_from < known_to)
);
create unique index hand_over_now on ledger.hand_over (tenant_id, assignment_id) where known_to = 9223372036854775807;
create index hand_over_unit on ledger.hand_over (tenant_id, unit_id);
create index notification_to_unit on ledger.notification (tenant_id, to_unit_id);
