-- The event that switched two-factor on. A factor that replaces another has that one's: recovery
-- codes belong to the account for as long as two-factor is on, not to one device. Null in rows that
-- an older version wrote: then it is enabled_by.
alter table totp_factor add column switched_on_by uuid;

-- Ten recovery codes that were issued together; a new set replaces the old one. They count while a
-- factor of their own switched_on_by is in use: switched off they are dead, and a switching-off that
-- is taken back brings them back.
create table recovery_code_set (
  id                  uuid        primary key,
  account             uuid        not null,
  switched_on_by      uuid        not null,
  salt                text        not null,
  issued_at           timestamptz not null,
  failures            integer     not null default 0,
  exhausted_at        timestamptz,
  device_failures     integer     not null default 0,
  device_exhausted_at timestamptz
);

create unique index recovery_code_set_switched_on_by on recovery_code_set (switched_on_by);
create index recovery_code_set_account on recovery_code_set (account);

-- One code: a salted, slow and keyed hash to find it by; sealed as well where the operator lets
-- people view their codes. A used code keeps its row, and nothing to read.
create table recovery_code (
  id        uuid        primary key,
  code_set  uuid        not null references recovery_code_set (id) on delete cascade,
  place     smallint    not null,
  hash      text        not null,
  sealed    text,
  used_at   timestamptz,
  unique (code_set, hash)
);
