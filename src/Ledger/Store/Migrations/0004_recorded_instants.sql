-- rebuild: timeline
-- Beside the positions, the instants at which a row became and ceased to be what the ledger knew (half-open, UTC);
-- 'infinity' while it still is. The position is the event that opened or closed the row, the instant is that event's own.
-- The log has both, so rows from before get theirs without being made anew.
do $$
declare
    history regclass;
begin
    for history in
        select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'known_to'
        where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r'
    loop
        execute format('alter table %s add recorded_from timestamptz, add recorded_to timestamptz', history);
        execute format('update %s r set recorded_from = e.timestamp from ledger.mt_events e
            where e.tenant_id = r.tenant_id and e.seq_id = r.known_from', history);
        execute format('update %s set recorded_to = ''infinity'' where known_to = %s', history, 9223372036854775807);
        execute format('update %s r set recorded_to = e.timestamp from ledger.mt_events e
            where e.tenant_id = r.tenant_id and e.seq_id = r.known_to', history);
        execute format('alter table %s alter recorded_from set not null, alter recorded_to set not null', history);
    end loop;
end $$;

-- When the act takes effect, a date of the tenant's zone.
alter table ledger.timeline add effective_on date;
