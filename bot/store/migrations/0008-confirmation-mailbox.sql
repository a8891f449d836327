-- The confirmation mailbox: how far it has been read, and what came of each mail. Nothing here says what is in a mail or
-- who wrote it: an id is made from the sender's message id and cannot be turned back, the rest are ids of ours, words of
-- ours and moments.

create table mailbox_round (
  mailbox    text primary key check (mailbox = lower(mailbox)),
  link       text not null,
  began_at   timestamptz not null,
  read_at    timestamptz not null,
  watched_at timestamptz
);

create table arrived_mail (
  id          text primary key,
  received_at timestamptz not null,
  came        text not null,
  content     jsonb not null,
  settled_at  timestamptz,
  settled_by  text,
  constraint arrived_mail_settled check ((settled_at is null) = (settled_by is null))
);
create index arrived_mail_by_receipt on arrived_mail (received_at);
create index arrived_mail_waiting on arrived_mail (received_at) where came = 'news' and settled_at is null;

-- Which officers were told of a mail, and where a card about the mail itself stands.
create table mail_telling (
  mail_id   text not null references arrived_mail on delete cascade,
  object_id text not null,
  how       text not null check (how in ('teams', 'letter')),
  place     jsonb,
  primary key (mail_id, object_id)
);
