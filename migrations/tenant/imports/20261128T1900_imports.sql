-- Imports become a module of their own. Its tables keep their rows and their names; the files that made them stay in the directory's folder.
-- moves: import_run → imports
-- moves: import_failed_row → imports
-- moves: import_profile → imports
-- moves: source_schedule → imports

-- Where facts came from: what neighbours may join.
create view import_source with (security_invoker = true) as
select id, connector, file_name as file, fact_date as day, case when state = 'done' then finished_at end as loaded_at
from import_run;

-- What profiles may be about, and how a row finds it, is told by the modules that plug targets in.
alter table import_profile drop constraint import_profile_target_check;

alter table import_profile drop constraint import_profile_key_kind_check;

-- Settings of imports leave the directory's row; what a region never set keeps its default.
insert into setting (module, value, changed_at, changed_by)
select 'imports', moved.value, setting.changed_at, setting.changed_by
from setting
cross join lateral (
  select jsonb_object_agg(key, value) as value
  from jsonb_each(setting.value)
  where key in ('maxFailedPercent', 'dryRunHours', 'archiveMaxRatio', 'archiveMaxFiles', 'archiveMaxGigabytes', 'importThreads', 'uploadMaxMegabytes',
    'sourceFileDays', 'failedRowDays', 'staleDays', 'staleDaysOf', 'sourceHosts', 'sourceMaxGigabytes', 'inboxFolder')
) moved
where setting.module = 'directory' and moved.value is not null
on conflict (module) do nothing;

update setting
set value = value - array['maxFailedPercent', 'dryRunHours', 'archiveMaxRatio', 'archiveMaxFiles', 'archiveMaxGigabytes', 'importThreads',
  'uploadMaxMegabytes', 'sourceFileDays', 'failedRowDays', 'staleDays', 'staleDaysOf', 'sourceHosts', 'sourceMaxGigabytes', 'inboxFolder']
where module = 'directory';
