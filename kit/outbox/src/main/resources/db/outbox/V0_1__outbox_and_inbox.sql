-- Facts that are committed and not yet in Kafka. The relay reads in the order of seq and deletes what
-- Kafka has taken, so the table is nearly always empty. A row holds everything that its record needs:
-- a relay of another version can send it.
create table outbox (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  account uuid not null,
  topic text not null,
  type text not null,
  schema text not null,
  happened_at text not null,
  payload text not null,
  traceparent text,
  appended_at timestamptz not null default clock_timestamp()
);

-- Delivered at commit: no relay wakes up for a row that it cannot see yet.
create function outbox_ring() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end
$$;

create trigger outbox_ring after insert on outbox
  for each statement execute function outbox_ring();

-- Events whose effect is committed.
create table inbox (
  id uuid primary key,
  heard_at timestamptz not null default clock_timestamp()
);

create index inbox_heard_at on inbox using brin (heard_at);
