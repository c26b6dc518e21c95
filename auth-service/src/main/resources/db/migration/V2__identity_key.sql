-- Keys that sign identities, shared by all replicas. The newest has no end yet.
create table identity_key (
  kid          text primary key,
  public_jwk   text not null,
  -- private JWK, sealed (kit/sealing, ring columns)
  private_key  text not null,
  published_at timestamptz not null,
  signs_from   timestamptz not null,
  retires_at   timestamptz check (retires_at > signs_from)
);
-- One key at most is the newest: this settles the race of two replicas at the first start.
create unique index identity_key_newest on identity_key ((true)) where retires_at is null;
