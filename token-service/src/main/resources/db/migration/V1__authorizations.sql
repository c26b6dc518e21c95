-- The epoch of each account as this service knows it: the highest that it heard of or that a caller came with.
-- Its row is also the lock that makes all writes about one account's authorizations happen one after another.
create table account_epoch (
  account uuid primary key,
  epoch   integer not null
);

create table authorizations (
  id          uuid primary key,
  account     uuid not null,
  sign_in     boolean not null,
  description text not null check (char_length(description) between 1 and 255),
  scope       text not null,
  token_id    uuid not null,
  -- HMAC of the token; the token itself is nowhere.
  token_hash  bytea not null check (octet_length(token_hash) = 32),
  token_hint  text not null,
  epoch       integer not null,
  -- When its maker last showed a second factor that counts for step-up, and any second factor at all.
  factor_at     timestamptz,
  any_factor_at timestamptz,
  parent_kind text,
  parent_id   uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  expires_at  timestamptz,
  ended_at    timestamptz,
  check ((parent_kind is null) = (parent_id is null))
);

-- Introspection: one look-up a request, whatever the size of the table.
create unique index authorizations_token_hash on authorizations (token_hash);
create index authorizations_live on authorizations (account, created_at desc, id) where ended_at is null;
create index authorizations_children on authorizations (parent_id) where ended_at is null;
