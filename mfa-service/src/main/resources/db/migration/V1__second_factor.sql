-- A pending enrolment: a secret that was shown and not yet confirmed. One an account; starting
-- again replaces it.
create table enrolment (
  account       uuid        primary key,
  id            uuid        not null,
  session       uuid        not null,
  epoch         integer     not null,
  sealed_secret text        not null,
  expires_at    timestamptz not null
);

create index enrolment_expires_at on enrolment (expires_at);

-- An authenticator app that counts. A factor that was replaced or switched off is retired by the
-- event that says so and erased when auth-service has acted on that event, or refused to.
create table totp_factor (
  id                  uuid        primary key,
  account             uuid        not null,
  sealed_secret       text        not null,
  last_step           bigint      not null,
  enabled_at          timestamptz not null,
  enabled_by          uuid        not null,
  failures            integer     not null default 0,
  exhausted_at        timestamptz,
  device_failures     integer     not null default 0,
  device_exhausted_at timestamptz,
  retired_by          uuid,
  retired_at          timestamptz
);

-- At most one counts: two confirmations at once can't both win.
create unique index totp_factor_in_use on totp_factor (account) where retired_by is null;
create index totp_factor_enabled_by on totp_factor (enabled_by);
create index totp_factor_retired on totp_factor (retired_by) where retired_by is not null;
