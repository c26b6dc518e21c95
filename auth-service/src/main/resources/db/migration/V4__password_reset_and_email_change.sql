-- The one link of an account with which its password can be set anew; a new one replaces the old.
-- It is worth something only while the account has the epoch and the address that it was sent under.
create table password_reset (
  account_id uuid primary key references account on delete cascade,
  email      text not null,
  token_hash bytea not null unique,
  epoch      integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index password_reset_expiry on password_reset (expires_at);

-- The address that an account is to change to, until the link that was sent there is opened. A taken
-- address has a row, too, so that asking for one costs the same; its link was sent to nobody.
create table email_change (
  account_id uuid primary key references account on delete cascade,
  email      text not null check (email = lower(email) and length(email) <= 254),
  token_hash bytea not null unique,
  epoch      integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index email_change_expiry on email_change (expires_at);

-- Standing authorizations that were made in an earlier epoch are over: the edge looks here, so that a
-- reset counts at once, also while the broker is away and token-service has not heard of it.
alter table account add column authorizations_from integer not null default 1;
