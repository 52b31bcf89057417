-- Kept sources of registers may be larger than 2 GB.
ALTER TABLE file ALTER COLUMN bytes TYPE bigint;
