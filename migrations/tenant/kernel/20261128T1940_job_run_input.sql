-- No job ever had an input: the column is not written any more, and leaves when no process of before is left.
alter table job_run alter column input set default '{}';
