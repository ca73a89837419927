-- Every row of every view that a unit has, in one shape: what a replay shows of an act is what it closed and opened here.
create index responsibility_unit_from on ledger.responsibility (tenant_id, unit_id, known_from);
create index task_unit_from on ledger.task (tenant_id, unit_id, known_from);
create index meeting_unit_from on ledger.meeting (tenant_id, unit_id, known_from);

create view ledger.unit_row as
select tenant_id, unit_id, known_from, known_to, 'cell' as what, unit_id || '/' || area_id || '/' || level as id,
    json_build_object('personId', person_id, 'assignmentId', assignment_id, 'from', valid_from, 'to', nullif(valid_to, 'infinity')) as row
from ledger.responsibility
union all
select tenant_id, unit_id, known_from, known_to, 'required-cell', unit_id || '/' || area_id || '/' || level,
    json_build_object('from', valid_from, 'to', nullif(valid_to, 'infinity'))
from ledger.required_cell
union all
select tenant_id, unit_id, known_from, known_to, 'unit', unit_id,
    json_build_object('nameZh', name_zh, 'nameEn', name_en, 'parentId', parent_id, 'from', nullif(valid_from, '-infinity'),
        'to', nullif(valid_to, 'infinity'), 'effectiveFrom', effective_from, 'dissolvedOn', dissolved_on)
from ledger.unit
union all
select tenant_id, unit_id, known_from, known_to, 'person', person_id,
    json_build_object('post', post, 'postCategory', post_category, 'since', since, 'from', nullif(valid_from, '-infinity'),
        'to', nullif(valid_to, 'infinity'), 'leftOn', left_on)
from ledger.person
union all
select tenant_id, unit_id, known_from, known_to, 'leading-group', group_id,
    json_build_object('purpose', purpose, 'effectiveFrom', effective_from, 'dissolvedOn', dissolved_on)
from ledger.leading_group
union all
select tenant_id, unit_id, known_from, known_to, 'group-member', group_id || '/' || person_id,
    json_build_object('role', role, 'since', since, 'from', valid_from, 'to', nullif(valid_to, 'infinity'))
from ledger.group_member
union all
select tenant_id, unit_id, known_from, known_to, 'task', task_id, document from ledger.task
union all
select tenant_id, unit_id, known_from, known_to, 'meeting', meeting_id, document from ledger.meeting;
