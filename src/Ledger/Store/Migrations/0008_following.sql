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
