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

-- People who have blocked the app since they were last heard of.
create table blocked_by (
  tenant_id  text not null,
  object_id  text not null,
  blocked_at timestamptz not null,
  primary key (tenant_id, object_id)
);

create table card (
  kind            text not null check (kind in ('draft', 'meeting', 'attendee')),
  subject_id      text not null,
  object_id       text not null,
  service_url     text not null,
  conversation_id text not null,
  activity_id     text not null,
  told            text,
  message_id      text,
  primary key (kind, subject_id, object_id)
);
create index card_by_message on card (conversation_id, message_id);

-- Activities that have been taken on, so that one that is sent twice is worked once.
create table taken_activity (
  id       text primary key,
  taken_at timestamptz not null
);
create index taken_activity_by_time on taken_activity (taken_at);
