-- Meetings are found by what stands in them: each document keeps the words to find it by beside it, worked out by the
-- database, so that the two can never disagree. Words are split here alone, for documents and for what is looked for:
-- whatever is neither letter nor digit ends one, so that a part of a reference finds it. What somebody may find is
-- decided later, by who they are; this only narrows.

create function words_of(words text) returns text[] language sql immutable strict parallel safe as $$
  -- A long word is cut, and after very many no more are taken: a vector has its limits, and nothing may keep a record
  -- from being saved.
  select coalesce(array_agg(word), '{}') from (
    select left(word, 40) as word
      from regexp_split_to_table(lower(left(words, 1000000)), '[^[:alnum:]]+') with ordinality as each (word, nth)
     where word <> '' group by 1 order by min(nth) limit 5000
  ) as one
$$;

create function words_at(content jsonb, variadic paths jsonpath[])
returns tsvector language sql immutable strict parallel safe as $$
  select array_to_tsvector(words_of(coalesce(string_agg(value #>> '{}', ' '), '')))
    from unnest(paths) as path, jsonb_path_query(content, path) as value
$$;

create function addresses_at(content jsonb, variadic paths jsonpath[])
returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct lower(value #>> '{}')), '{}')
    from unnest(paths) as path, jsonb_path_query(content, path) as value
   where jsonb_typeof(value) = 'string'
$$;

-- Whose case it is, by address: nobody else is ever shown it, but for those who place children.
alter table placement
  add column found_by tsvector not null generated always as (
    words_at(content, '$.confirmation.caseReference', '$.confirmation.placementReference')
  ) stored,
  add column addresses text[] not null generated always as (
    addresses_at(content, '$.confirmation.people[*].email', '$.confirmation.confirmedBy.email')
  ) stored;

alter table planning_meeting
  add column found_by tsvector not null generated always as (
    words_at(content, '$.ref', '$.plan.attendees[*].name')
  ) stored,
  add column said tsvector not null generated always as (
    words_at(
      content, '$.followUps[*].words', '$.laterWords[*].text', '$.preparation.contributions[*].text',
      '$.preparation.items[*].title', '$.preparation.items[*].why'
    )
  ) stored,
  add column addresses text[] not null generated always as (addresses_at(content, '$.plan.attendees[*].email')) stored;

alter table minutes
  add column said tsvector not null generated always as (words_at(minutes, '$.entries[*].text')) stored;

create index placement_found_by on placement using gin (found_by);
create index planning_meeting_found_by on planning_meeting using gin (found_by);
create index planning_meeting_said on planning_meeting using gin (said);
create index minutes_said on minutes using gin (said);
