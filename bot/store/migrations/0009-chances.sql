-- How many times are left for a meeting that has none, as last counted, and who has been told that they run out. Beside
-- the meeting and not in it: counting again must not make anybody's card out of date.
alter table planning_meeting add column chances jsonb;
