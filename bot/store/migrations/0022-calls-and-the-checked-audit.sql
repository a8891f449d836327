-- The call of a meeting in Teams is found by the link that people join by, or by the chat that the link names; whether it
-- is the right one is decided by whoever asks. Links are longer than a tree of them may hold.

create function join_url_of(content jsonb) returns text language sql immutable strict parallel safe as $$
  select jsonb_path_query_first(content, '$.events[*] ? (@.key == "core" && @.state == "booked").joinUrl') #>> '{}'
$$;

alter table planning_meeting
  add column join_url text generated always as (join_url_of(content)) stored,
  -- As the link spells it, mostly with its colons and at signs as percent signs.
  add column call_chat text generated always as (
    lower(substring(join_url_of(content) from '/l/meetup-join/([^/?]+)'))
  ) stored;
create index planning_meeting_by_join_url on planning_meeting using hash (join_url);
create index planning_meeting_by_call_chat on planning_meeting using hash (call_chat);

-- How far the audit log was found as it was written, and how far it has been gone through once more since.
create table audit_check (
  only_one       boolean primary key default true check (only_one),
  checked_at     timestamptz not null,
  position       bigint not null,
  hash           text,
  again_position bigint not null,
  again_hash     text,
  broken_at      bigint,
  broken_since   timestamptz,
  check ((broken_at is null) = (broken_since is null))
);
