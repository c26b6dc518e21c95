-- One row a person. Epoch and kept session change together, in one statement: see docs/adr/0003.
create table account (
  id               uuid primary key,
  email            text not null unique check (email = lower(email) and length(email) <= 254),
  name             text check (length(name) <= 200),
  password_hash    text not null,
  epoch            integer not null default 1,
  kept_session     uuid,
  two_factor_since timestamptz,
  sms_number       text,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  last_login_at    timestamptz
);

-- Somebody signed up and has not shown yet that the address is theirs. Several may wait for one
-- address; the one whose link is opened wins and the others are dropped.
create table registration (
  id            uuid primary key,
  email         text not null check (length(email) <= 254),
  password_hash text not null,
  token_hash    bytea not null unique,
  created_at    timestamptz not null,
  expires_at    timestamptz not null
);
create index registration_email on registration (email, created_at desc);
create index registration_expiry on registration (expires_at);

create table api_key (
  id         uuid primary key,
  account_id uuid not null unique references account on delete cascade,
  token_hash bytea not null unique,
  sealed     text not null,
  created_at timestamptz not null,
  -- when its maker showed a second factor; null: made without one
  factor_at  timestamptz
);

create table device (
  id         uuid primary key,
  account_id uuid not null references account on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index device_account on device (account_id, created_at);

-- Sessions live in Redis, which may lose its last writes; what ended is therefore kept here until
-- the session's own time would have been over.
create table ended_session (
  id           uuid primary key,
  account_id   uuid not null,
  forget_after timestamptz not null
);
create index ended_session_forget on ended_session (forget_after);

-- One row a cause: the cascade runs once for each, whoever brings the news.
create table cascade_receipt (
  event_id   uuid primary key,
  account_id uuid not null,
  receipt    text not null,
  created_at timestamptz not null
);
create index cascade_receipt_account on cascade_receipt (account_id);
