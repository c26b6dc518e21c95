-- A delivery is a message that another service asked for, or a notice of something in the security
-- log. A notice keeps what it tells until it is sent; its addresses are asked for when it is sent,
-- unless it goes to an address that the account no longer has, which is kept sealed.
alter table delivery add column kind text not null default 'message';
alter table delivery add column facts jsonb;
alter table delivery drop constraint delivery_check;
alter table delivery add constraint delivery_erased
  check (state not in ('sent', 'failed') or (sealed is null and facts is null));
alter table delivery add constraint delivery_has_text
  check (state in ('sent', 'failed') or (kind = 'message' and sealed is not null)
    or (kind <> 'message' and facts is not null));

-- Notices that an attacker could cause at will are sent once in a while only.
create table notice_pause (
  account uuid not null,
  kind    text not null,
  until   timestamptz not null,
  primary key (account, kind)
);

-- Has this account been used from this place?
create index security_event_place on security_event (account, ip, client);
