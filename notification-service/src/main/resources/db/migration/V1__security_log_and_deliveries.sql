-- What happened to an account, for its owner to read. One row an event.
create table security_event (
  id      uuid primary key,
  account uuid not null,
  type    text not null,
  at      timestamptz not null,
  ip      text,
  client  text,
  data    jsonb not null
);

create index security_event_newest on security_event (account, at desc, id desc);

-- A mail that somebody asked for, from the asking to the sending: requested -> sending -> sent or failed.
create table delivery (
  message    uuid primary key,
  account    uuid not null,
  state      text not null check (state in ('requested', 'sending', 'sent', 'failed')),
  -- Address and text, still sealed; gone once there is nothing left to send.
  sealed     text,
  send_until timestamptz not null,
  -- Counts the claims; who settles a delivery names the claim, so that a late one settles nothing.
  attempts   integer not null default 0,
  -- When it is tried next; while sending: when the claim lapses and another process may take it.
  due_at     timestamptz not null,
  asked_at   timestamptz not null,
  settled_at timestamptz,
  reason     text,
  check ((sealed is null) = (state in ('sent', 'failed')))
);

create index delivery_due on delivery (due_at) where state in ('requested', 'sending');
