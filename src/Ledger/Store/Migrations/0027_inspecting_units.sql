-- What a unit inspected is asked as often as what was inspected there.
create index inspection_inspecting_unit on ledger.inspection (tenant_id, inspecting_unit_id, known_from);
