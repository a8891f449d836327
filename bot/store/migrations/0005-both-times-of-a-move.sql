-- A meeting that moves holds its old time beside the new one until the move is settled, since it may have to stay.

alter table hold drop constraint hold_pkey;
alter table hold add primary key (meeting_id, address, starts_at);
