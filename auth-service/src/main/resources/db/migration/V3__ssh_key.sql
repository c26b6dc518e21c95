create table ssh_key (
  id                 uuid primary key,
  account_id         uuid not null references account on delete cascade,
  -- "type base64", written anew from the parsed key: one key has one spelling
  public_key         text not null,
  comment            text not null check (length(comment) <= 255),
  md5_fingerprint    text not null,
  -- A key belongs to one account: Git's server finds the account by it.
  sha256_fingerprint text not null unique,
  created_at         timestamptz not null
);
create index ssh_key_account on ssh_key (account_id, created_at);
