-- How far the changes in each mailbox's calendar have been followed: the window of time, and where to go on.
create table followed_calendar (
  mailbox   text primary key check (mailbox = lower(mailbox)),
  starts_at text collate "C" not null,
  ends_at   text collate "C" not null,
  link      text not null
);
