-- What all instances of the app have to know alike and nobody else may: made by whichever starts first.
create table secret (
  name  text primary key,
  value text not null
);
