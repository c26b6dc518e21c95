-- A change that auth-service has answered looks at all factors of the account, retired ones too.
create index totp_factor_account on totp_factor (account);
