-- A delivery is a mail or an SMS. An SMS that was taken ('sent') is delivered when the network says
-- so. While it is not known whether a try was taken, the delivery is in doubt, and the provider is
-- asked before anything is sent again. The provider's id is no secret; number and text stay sealed.
alter table delivery add column channel text not null default 'mail' check (channel in ('mail', 'sms'));
alter table delivery add column in_doubt boolean not null default false;
alter table delivery add column provider_id text;
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check
  check (state in ('requested', 'sending', 'sent', 'delivered', 'failed'));
alter table delivery drop constraint delivery_erased;
alter table delivery add constraint delivery_erased
  check (state in ('requested', 'sending') or (sealed is null and facts is null));
alter table delivery drop constraint delivery_has_text;
alter table delivery add constraint delivery_has_text
  check (state not in ('requested', 'sending') or (kind = 'message' and sealed is not null)
    or (kind <> 'message' and facts is not null));

drop index delivery_due;
create index delivery_due on delivery (channel, due_at) where state in ('requested', 'sending');
