package dev.latchkey.auth.registration;

import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.password.Password;
import dev.latchkey.contracts.event.Origin;

/** Somebody wants an account. */
record SignUp(EmailAddress email, Password password, Origin origin) {}
