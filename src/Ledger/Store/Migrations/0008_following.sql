-- None of these refers to ledger.head: a follower must not wait for a tenant's commands, nor they for it.

-- How far each follower of the log has come in each tenant; a tenant without a row is at its beginning.
create table ledger.follower (
    name           text collate "C" not null,
    tenant_id      text collate "C" not null,
    position       bigint not null default 0,
    stopped_at     timestamptz,
    stopped_reason text,
    failures       int not null default 0,
    retry_at       timestamptz,
    primary key (name, tenant_id),
    check ((stopped_at is null) = (failures = 0))
) with (fillfactor = 50);

-- Acts recorded before a date on which they may take effect; whether they do is seen on that day.
create table ledger.dated_ahead (
    tenant_id    text collate "C" not null,
    effective_on date not null,
    position     bigint not null,
    stream       text collate "C" not null,
    primary key (tenant_id, effective_on, position)
);

-- What became effective, as it was said on the day: rows are only added, their numbers are dense in each tenant.
create table ledger.became_effective (
    tenant_id    text collate "C" not null,
    number       bigint not null,
    effective_on date not null,
    position     bigint not null,
    type         text not null,
    unit_ids     text[] not null,
    person_ids   text[] not null,
    data         json not null,
    summary_zh   text not null,
    summary_en   text not null,
    emitted_at   timestamptz not null,
    primary key (tenant_id, number)
);
create unique index became_effective_once on ledger.became_effective (tenant_id, position, effective_on);
