-- What operators mean to do for somebody who lost the second factor: one asks, another agrees, and 72
-- hours later it is off. At most one an account. shown_step is the last step of the factor that was
-- spent when it was asked for: a later one shows that the factor is not lost.
create table two_factor_removal (
  account     uuid        primary key,
  factor      uuid        not null,
  shown_step  bigint      not null,
  asked_by    text        not null,
  asked_at    timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  due_at      timestamptz,
  check (approved_by <> asked_by)
);

create index two_factor_removal_due_at on two_factor_removal (due_at) where due_at is not null;
