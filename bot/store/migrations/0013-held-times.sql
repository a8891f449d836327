-- People outside say by a personal link which of several held times they can. A link is known by the hash of its secret
-- alone: whoever reads this table can open none.

create table personal_link (
  hash       text primary key check (hash ~ '^[0-9a-f]{64}$'),
  meeting_id text not null references planning_meeting on delete cascade,
  person     text not null,
  round      integer not null,
  made_at    timestamptz not null
);
create index personal_link_by_person on personal_link (meeting_id, person);

-- What may stand in the calendars of those inside to hold a time: written down before Outlook hears of it, and struck
-- out once it is known to be gone.
create table calendar_hold (
  id         text not null,
  meeting_id text not null references planning_meeting on delete cascade,
  address    text not null check (address = lower(address)),
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  event_id   text,
  looks      integer not null,
  primary key (id, address),
  constraint calendar_hold_lasts check (ends_at > starts_at)
);
create index calendar_hold_by_meeting on calendar_hold (meeting_id, address, starts_at);
