-- The whole chunks of the import that a tenant belongs to. They go when the import ends or is given up.
-- through: SHA-256 of all its lines up to the chunk's last; the last one's stands as `importing` on the head.
-- left_out: lines of the chunk that the ledger does not hold, because they were refused or not supported.
create table ledger.import_chunk (
    tenant_id  text collate "C" not null references ledger.head,
    number     int not null,
    lines      int not null,
    left_out   int not null,
    first_line bytea not null,
    through    bytea not null,
    primary key (tenant_id, number)
);

-- An import that broke off under an earlier release goes on as any file does: its lines are known.
update ledger.head set importing = null where importing is not null;
