-- The outbox' bell says what was appended: some facts may wait a moment for others. A relay of the version before does
-- not look at what was rung; where nothing is said, as in services without such facts, none waits.
create or replace function outbox_ring() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', new.type);
  return null;
end
$$;

drop trigger outbox_ring on outbox;

create trigger outbox_ring after insert on outbox
  for each row execute function outbox_ring();
