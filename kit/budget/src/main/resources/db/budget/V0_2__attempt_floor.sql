-- The durable floor of attempt budgets. One row a key that somebody tried lately; no address and
-- no account can be read from it: the key is a keyed hash.
create table attempt_floor (
  key_hash       bytea       primary key,
  limit_name     text        not null,
  taken          integer     not null,
  window_started timestamptz not null,
  window_ends    timestamptz not null,
  level          integer     not null,
  level_until    timestamptz not null,
  forget_at      timestamptz not null
);

create index attempt_floor_forget_at on attempt_floor (forget_at);
