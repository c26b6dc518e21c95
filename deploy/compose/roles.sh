#!/bin/sh
# A database and a role for each service; nobody enters another's.
set -eu
role() {
  psql -v ON_ERROR_STOP=1 -v name="$1" -v password="$2" --username postgres <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
}
role auth "$AUTH_PG_PASSWORD"
role mfa "$MFA_PG_PASSWORD"
role token "$TOKEN_PG_PASSWORD"
role notification "$NOTIFICATION_PG_PASSWORD"
