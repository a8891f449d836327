-- Where Teams reaches people, and which cards stand there.

create table conversation (
  tenant_id       text not null,
  object_id       text not null,
  service_url     text not null,
  conversation_id text not null,
  bot_id          text not null,
  user_id         text not null,
  primary key (tenant_id, object_id)
);

create table card (
  kind            text not null check (kind in ('draft', 'meeting', 'attendee')),
  subject_id      text not null,
  object_id       text not null,
  service_url     text not null,
  conversation_id text not null,
  activity_id     text not null,
  primary key (kind, subject_id, object_id)
);
create index card_by_person on card (object_id);

-- Activities that have been taken on, so that one that is sent twice is worked once.
create table seen_activity (
  id      text primary key,
  seen_at timestamptz not null
);
create index seen_activity_by_time on seen_activity (seen_at);
