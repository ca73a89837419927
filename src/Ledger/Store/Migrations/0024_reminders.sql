-- Whom a tenant's reminders are sent to. A matter of the operator's, not an act: it is in no log and no export.
create table ledger.webhook (
    webhook_id  text collate "C" primary key,
    tenant_id   text collate "C" not null,
    url         text not null,
    unit_id     text collate "C",
    subtree     boolean not null,
    days_before int not null,
    -- Signing needs it as it is; who can read it here can read everything else of the tenant too.
    secret      text not null,
    added_at    timestamptz not null,
    -- The last local day on which it was seen to; null before the first.
    reminded_on date,
    failed_at   timestamptz,
    failure     text,
    check ((failed_at is null) = (failure is null))
);

-- Each reminder once for each webhook, thing and due date; numbers are dense in each webhook.
create table ledger.reminder_sent (
    webhook_id   text collate "C" not null references ledger.webhook on delete cascade,
    number       bigint not null,
    reminder_id  text collate "C" not null,
    due_on       date not null,
    data         json not null,
    noted_at     timestamptz not null,
    delivered_at timestamptz,
    primary key (webhook_id, number)
);
create unique index reminder_sent_once on ledger.reminder_sent (webhook_id, reminder_id, due_on);

-- Calendars that a secret in their address opens; of the secret only its SHA-256 is kept.
create table ledger.calendar (
    calendar_id text collate "C" primary key,
    tenant_id   text collate "C" not null,
    unit_id     text collate "C",
    subtree     boolean not null,
    person_id   text collate "C",
    secret_hash bytea not null unique,
    added_at    timestamptz not null,
    revoked_at  timestamptz,
    check ((unit_id is null) <> (person_id is null))
);
