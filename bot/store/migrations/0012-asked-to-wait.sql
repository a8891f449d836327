-- Until when Microsoft Graph wants to hear nothing about a mailbox: told to one instance of the app, kept to by all.
-- Milliseconds since 1970 by the instances' own clocks.
create table asked_to_wait (
  mailbox text primary key,
  until_ms double precision not null
);
