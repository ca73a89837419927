-- The same guarantee, one holder for each (cell, date, position), by a key of sixteen bytes in the place of four texts:
-- a quarter of the time for each row. Two cells whose names have one MD5 would exclude each other; none escapes.
alter table ledger.responsibility drop constraint one_holder;
alter table ledger.responsibility add constraint one_holder exclude using gist (
    (md5(tenant_id || '/' || unit_id || '/' || area_id || '/' || level)::uuid) with =,
    daterange(valid_from, valid_to) with &&, int8range(known_from, known_to) with &&);

-- What the ledger knows now, in the order of cells and without a look at the tables: a whole tenant's matrix merges
-- these four. They are the indexes by which open rows are found and closed, with the columns that an answer shows.
drop index ledger.responsibility_now;
create unique index responsibility_now on ledger.responsibility (tenant_id, unit_id, area_id, level, valid_from)
    include (valid_to, known_from, assignment_id, person_id, effective_from, ends_on) where known_to = 9223372036854775807;
drop index ledger.required_cell_now;
create unique index required_cell_now on ledger.required_cell (tenant_id, unit_id, area_id, level, valid_from)
    include (valid_to, known_from) where known_to = 9223372036854775807;
drop index ledger.cell_now;
create unique index cell_now on ledger.cell (tenant_id, unit_id, area_id, level)
    include (version, known_from) where known_to = 9223372036854775807;
