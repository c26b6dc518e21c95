-- A phone that text messages with codes go to. At most three an account: the one that counts, one
-- that was validated and counts later (usable_from), one that waits for its code (usable_from is
-- null). They belong to the time in which two-factor is on, as recovery codes do. The number is
-- sealed to its row; its keyed hash counts the accounts that share it, and binds codes to it.
create table recovery_phone (
  id                  uuid        primary key,
  account             uuid        not null,
  switched_on_by      uuid        not null,
  sealed_number       text        not null,
  number_hash         text        not null,
  line_type           text        not null,
  epoch               integer     not null,
  set_up_until        timestamptz not null,
  usable_from         timestamptz,
  replaced_at         timestamptz,
  failures            integer     not null default 0,
  exhausted_at        timestamptz,
  device_failures     integer     not null default 0,
  device_exhausted_at timestamptz
);

create unique index recovery_phone_set_up on recovery_phone (account) where usable_from is null;
-- The one that goes on counting until its successor does; then it is swept.
create index recovery_phone_replaced on recovery_phone (replaced_at) where replaced_at is not null;
create index recovery_phone_account on recovery_phone (account);
create index recovery_phone_number on recovery_phone (number_hash) where usable_from is not null;

-- The last code that was sent, one an account and purpose: a new one takes the old one's place. Of
-- the code there is a keyed hash alone, over all that it is bound to.
create table sms_code (
  message    uuid        primary key,
  account    uuid        not null,
  purpose    text        not null,
  phone      uuid        not null references recovery_phone (id) on delete cascade,
  epoch      integer     not null,
  challenge  text,
  hash       text        not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  delivery   text        not null default 'on_its_way',
  reason     text,
  unique (account, purpose)
);

create index sms_code_phone on sms_code (phone);
create index sms_code_expires_at on sms_code (expires_at);

-- What text messages of a day have cost, in millionths of the operator's currency.
create table sms_spend (
  day    date   primary key,
  micros bigint not null
);

-- The last cut of an account's sessions that was heard of, and its last password reset: for a time
-- after that a text message is not enough.
create table account_cut (
  account  uuid        primary key,
  epoch    integer     not null,
  reset_at timestamptz
);
