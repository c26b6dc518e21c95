-- API keys that were replaced: what came with one before is not made after this service has heard of it.
create table replaced_api_key (
  key      uuid primary key,
  heard_at timestamptz not null
);

-- When its owner is to be told that it ends; empty once that was said, and where it never is.
alter table authorizations add column warn_at timestamptz;
update authorizations set warn_at = expires_at - interval '7 days'
where not sign_in and ended_at is null and expires_at - interval '7 days' > created_at;

-- What the sweeper looks for, every minute.
create index authorizations_expiring on authorizations (expires_at) where ended_at is null and expires_at is not null;
create index authorizations_to_warn on authorizations (warn_at) where ended_at is null and warn_at is not null;

-- When and, sealed, from where it was last used: as exact as latchkey.last-use.every, an hour.
alter table authorizations add column last_used_at timestamptz, add column last_used_from text;

-- Introspection reads as many pages whatever the size of the table: a b-tree gets higher, a hash index does not. An
-- exclusion constraint is how a hash index can be unique; so low a fill factor keeps buckets to one page (ADR 17).
drop index authorizations_token_hash;
alter table authorizations add constraint authorizations_token_hash
  exclude using hash (token_hash with =) with (fillfactor = 30);
