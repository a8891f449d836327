-- A message that is edited or deleted is looked for among those that every case was kept with: found without reading all
-- of them. Of drafts only those count that nobody has decided yet. Cases change seldom, so that the index need not put
-- off any writing, for which it would have to be read whole.

create index placement_by_message on placement using gin ((content -> 'messages') jsonb_path_ops) with (fastupdate = off);
create index draft_by_message on draft using gin ((content -> 'messages') jsonb_path_ops) with (fastupdate = off) where state = 'open';
