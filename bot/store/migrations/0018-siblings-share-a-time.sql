-- Brothers and sisters who are placed together may be met at one time (E-16): each has a meeting of their own, and their
-- meetings may have the same people at once. Meetings of one placement still exclude each other, and so do all others.

-- Of what an exclusion constraint can compare by without any extension, only network addresses can be told to differ:
-- whoever shares their times goes by one that is made from the words that they have in common, and says nothing of them.
create function network_of(words text) returns inet language sql immutable strict parallel safe as $$
  select regexp_replace(md5(words), '(....)(?!$)', '\1:', 'g')::inet
$$;

alter table hold
  add column placement_id text references placement on delete cascade,
  add column shared_by inet;
update hold set placement_id = meeting.placement_id, shared_by = network_of(meeting.id)
  from planning_meeting as meeting where meeting.id = hold.meeting_id;
alter table hold
  alter column placement_id set not null,
  alter column shared_by set not null,
  drop constraint hold_once,
  add constraint hold_once exclude using gist (
    address_range(address, address, '[]') with =,
    tstzrange(starts_at, ends_at) with &&,
    shared_by inet_ops with <>
  ),
  add constraint hold_once_in_placement exclude using gist (
    address_range(address, address, '[]') with =,
    tstzrange(starts_at, ends_at) with &&,
    address_range(placement_id, placement_id, '[]') with =
  );

-- An address can be long: only whether two are the same is ever asked.
create index placement_by_siblings on placement using hash ((content #>> '{siblings,group}'))
  where content -> 'siblings' is not null;
create index placement_by_start on placement ((content #>> '{confirmation,placement,startsAt}') collate "C");
create index draft_by_family on draft ((content ->> 'family')) where state = 'open' and content ->> 'family' is not null;
