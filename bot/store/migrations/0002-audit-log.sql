-- Who did what and when, in references only. Lines can be added and never changed; each carries a hash over itself and
-- the line before it, so that a line changed or taken out behind the database's back shows.

create table audit_line (
  position     bigint primary key,
  happened_at  timestamptz not null,
  done_by      text not null,
  did          text not null,
  placement_id text,
  meeting_id   text,
  detail       jsonb,
  hash         bytea not null
);
create index audit_line_by_placement on audit_line (placement_id, position);
create index audit_line_by_meeting on audit_line (meeting_id, position);

create function audit_line_hash(before bytea, line audit_line) returns bytea language sql stable as $$
  select sha256(
    coalesce(before, ''::bytea) || convert_to(
      jsonb_build_array(
        line.position, extract(epoch from line.happened_at), line.done_by, line.did,
        line.placement_id, line.meeting_id, line.detail
      )::text,
      'UTF8'
    )
  )
$$;

create function audit_line_join_chain() returns trigger language plpgsql as $$
declare
  last audit_line;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit_line', 0));
  select * into last from audit_line order by position desc limit 1;
  new.position := coalesce(last.position, 0) + 1;
  new.hash := audit_line_hash(last.hash, new);
  return new;
end
$$;
create trigger audit_line_join_chain before insert on audit_line
  for each row execute function audit_line_join_chain();

create function audit_line_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log can only be added to' using errcode = 'restrict_violation';
end
$$;
create trigger audit_line_refuse_change before update or delete on audit_line
  for each row execute function audit_line_refuse_change();
create trigger audit_line_refuse_truncate before truncate on audit_line
  for each statement execute function audit_line_refuse_change();
