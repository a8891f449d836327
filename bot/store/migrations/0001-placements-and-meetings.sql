-- Drafts, placements and meetings are kept whole, as documents. What the database has to find them by or hold rules
-- over, it takes out of the document by itself, so that the two can never disagree. Moments stand there as text, always
-- UTC and to the second, and sort as text. No constraint and no index has a name that says anything about a person.

create table placement (
  id                  text primary key,
  version             integer not null check (version > 0),
  content             jsonb not null,
  case_reference      text not null generated always as (content #>> '{confirmation,caseReference}') stored,
  placement_reference text not null generated always as (content #>> '{confirmation,placementReference}') stored,
  constraint placement_once unique (case_reference, placement_reference)
);

create table draft (
  id                  text primary key,
  version             integer not null check (version > 0),
  content             jsonb not null,
  state               text not null generated always as (content ->> 'state') stored,
  placement_id        text generated always as (content ->> 'placementId') stored references placement,
  case_reference      text generated always as (content #>> '{fields,caseReference}') stored,
  placement_reference text generated always as (content #>> '{fields,placementReference}') stored,
  created_at          text collate "C" not null generated always as (content ->> 'createdAt') stored,
  constraint draft_state check (state in ('open', 'confirmed', 'dismissed')),
  constraint draft_confirmed_into_placement check (state <> 'confirmed' or placement_id is not null)
);
create unique index draft_open_once on draft (case_reference, placement_reference) where state = 'open';
create index draft_by_reference on draft (case_reference, placement_reference, created_at);
create index draft_by_placement on draft (placement_id);

create table planning_meeting (
  id           text primary key,
  version      integer not null check (version > 0),
  content      jsonb not null,
  ref          text not null generated always as (content ->> 'ref') stored,
  placement_id text not null generated always as (content ->> 'placementId') stored references placement,
  state        text not null generated always as (content ->> 'state') stored,
  starts_at    text collate "C" generated always as (content #>> '{slot,start}') stored,
  deadline_at  text collate "C" generated always as (content #>> '{plan,deadline,at}') stored,
  closed_at    text collate "C" generated always as (coalesce(content ->> 'closedAt', content ->> 'cancelledAt')) stored,
  constraint planning_meeting_ref_once unique (ref),
  constraint planning_meeting_state check (state in ('toArrange', 'arranging', 'arranged', 'held', 'cancelled')),
  constraint planning_meeting_has_time check (state in ('toArrange', 'cancelled') or starts_at is not null),
  constraint planning_meeting_closed_when check (state not in ('held', 'cancelled') or closed_at is not null)
);
create index planning_meeting_by_placement on planning_meeting (placement_id);
create index planning_meeting_by_deadline on planning_meeting (deadline_at, ref);

-- What Outlook is, or was, asked for by a meeting's present events: no two requests ever share an id.
create table outlook_transaction (
  id         text primary key,
  meeting_id text not null references planning_meeting on delete cascade
);
create index outlook_transaction_by_meeting on outlook_transaction (meeting_id);

-- A range of one address, so that an exclusion constraint can compare addresses without any extension.
create type address_range as range (subtype = text, collation = "C");

create table hold (
  meeting_id text not null references planning_meeting on delete cascade,
  address    text not null check (address = lower(address)),
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  primary key (meeting_id, address),
  constraint hold_lasts check (ends_at > starts_at),
  constraint hold_once exclude using gist (
    address_range(address, address, '[]') with =,
    tstzrange(starts_at, ends_at) with &&
  )
);

create table reminder (
  meeting_id    text not null references planning_meeting on delete cascade,
  person        text not null,
  kind          text not null,
  meeting_start timestamptz not null,
  due_at        timestamptz not null,
  sent_at       timestamptz,
  outcome       text,
  primary key (meeting_id, person, kind),
  constraint reminder_sent check ((sent_at is null) = (outcome is null))
);

create table minutes (
  meeting_id text primary key references planning_meeting on delete cascade,
  state      bytea not null,
  minutes    jsonb not null,
  saved_at   timestamptz not null
);
