-- Applications that people can let into their accounts.
create table oauth_client (
  id           uuid primary key,
  account      uuid not null,
  name         text not null check (char_length(name) between 1 and 100),
  redirect_uri text not null check (char_length(redirect_uri) <= 2000),
  -- HMAC of the secret. Null: the client runs where it can keep none (RFC 6749 section 2.1) and uses PKCE.
  secret_hash  bytea check (octet_length(secret_hash) = 32),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  removed_at   timestamptz
);

create unique index oauth_client_secret on oauth_client (secret_hash);
create index oauth_client_owner on oauth_client (account, created_at desc, id) where removed_at is null;

-- An authorization that was given to a client has no token until its code is exchanged, and later one that ends
-- before the authorization does.
alter table authorizations
  alter column token_id drop not null,
  alter column token_hash drop not null,
  alter column token_hint drop not null,
  add column token_expires_at timestamptz,
  add column client uuid references oauth_client (id),
  add check ((token_id is null) = (token_hash is null) and (token_id is null) = (token_hint is null)),
  add check (client is not null or token_id is not null),
  add check (client is null or token_id is null or token_expires_at is not null);

create index authorizations_client on authorizations (client) where client is not null and ended_at is null;

create table oauth_grant (
  id               uuid primary key,
  authorization_id uuid not null references authorizations (id),
  account          uuid not null,
  client           uuid not null,
  -- HMAC of the code; the code itself is nowhere.
  code_hash        bytea not null check (octet_length(code_hash) = 32),
  redirect_uri     text not null,
  -- RFC 7636, S256.
  code_challenge   text check (char_length(code_challenge) = 43),
  created_at       timestamptz not null,
  expires_at       timestamptz not null,
  -- When its authorization ends, once it is more than a code.
  ends_at          timestamptz,
  spent_at         timestamptz
);

create unique index oauth_grant_code on oauth_grant (code_hash);
create index oauth_grant_authorization on oauth_grant (authorization_id);

-- All refresh tokens of one authorization are a family: one of them is good, the others show who uses one again.
create table oauth_refresh_token (
  id               uuid primary key,
  authorization_id uuid not null references authorizations (id),
  account          uuid not null,
  client           uuid not null,
  token_hash       bytea not null check (octet_length(token_hash) = 32),
  created_at       timestamptz not null,
  expires_at       timestamptz not null,
  spent_at         timestamptz
);

create unique index oauth_refresh_token_hash on oauth_refresh_token (token_hash);
create index oauth_refresh_token_authorization on oauth_refresh_token (authorization_id);
