-- Work that is due later by the app's own clock. The queue beside it knows real time only, and is given what is due.

create table scheduled_job (
  id     bigint generated always as identity primary key,
  due_at timestamptz not null,
  job    jsonb not null,
  key    text constraint scheduled_job_key_once unique,
  tries  integer not null
);
create index scheduled_job_by_due on scheduled_job (due_at, id);

-- What was tried often enough: kept for a person to look at and, if they see fit, to set going again.
create table given_up_job (
  id          bigint generated always as identity primary key,
  given_up_at timestamptz not null,
  job         jsonb not null,
  key         text,
  tries       integer not null,
  fault       text not null
);
