package dev.latchkey.mfa.enrolment;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.mfa.auth.AuthService;
import dev.latchkey.mfa.totp.TotpConfig;
import dev.latchkey.mfa.totp.TotpSecret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Makes key URIs. An app shows the account's address, which this service does not keep: it asks.
 */
@ApplicationScoped
class KeyUris {

  private final AuthService auth;
  private final TotpConfig config;

  KeyUris(@RestClient AuthService auth, TotpConfig config) {
    this.auth = auth;
    this.config = config;
  }

  Uni<String> of(AccountId account, TotpSecret secret) {
    return auth.addresses(account)
        .map(known -> KeyUri.of(config.issuer(), known.emails().getFirst(), secret));
  }
}
