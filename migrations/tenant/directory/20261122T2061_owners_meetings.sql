-- Protocols of owners' meetings, a row a version, and their decisions. `counted` leaves out drafts and what was annulled. Nothing of people:
-- neither who called the meeting nor who was elected.
create table voting_protocol (
  id uuid primary key,
  source_key text not null unique,
  house_id uuid not null references house (id),
  protocol_key text not null,
  version_guid uuid,
  root_guid uuid,
  version_number integer,
  number text,
  drawn_on date not null,
  status text not null check (status in ('Created', 'Posted', 'Edited', 'Annuled')),
  version_status text check (version_status in ('Created', 'Posted', 'Edited', 'Annuled')),
  counted boolean not null generated always as (
    status in ('Posted', 'Edited') and coalesce(version_status, 'Posted') = 'Posted'
  ) stored,
  placed_on date,
  meeting_type text check (meeting_type in ('Owners', 'Homeowners', 'Cooperative')),
  kind text check (kind in ('Annual', 'Extra')),
  form text not null check (form in ('Meeting', 'AVoting', 'MeetingAVoting', 'EVoting')),
  met_on date,
  met_at text,
  begins_on date,
  ends_on date,
  place text,
  quorum boolean not null,
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null,
  unique (house_id, protocol_key)
);

create table voting_decision (
  id uuid primary key,
  source_key text not null unique,
  house_id uuid not null references house (id),
  protocol_key text not null,
  number integer,
  question text not null,
  kind text,
  fund text,
  management text,
  agree numeric,
  against numeric,
  abstained numeric,
  accepted boolean,
  fact_date date not null,
  import_id uuid not null references import_run (id),
  import_line integer not null,
  foreign key (house_id, protocol_key) references voting_protocol (house_id, protocol_key)
);

create index voting_decision_protocol on voting_decision (house_id, protocol_key);
