package dev.latchkey.kit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.Claims;
import java.util.UUID;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

class TestIdentityTest {

  private final AccountId account = new AccountId(UUID.randomUUID());

  @Test
  void an_identity_verifies_against_the_keys_that_auth_services_stand_in_serves() throws Exception {
    var identity = TestIdentity.of(account).epoch(3).withPassword(Verb.POST, "/account/two-factor");

    var claims = verifier().processToClaims(identity.header());

    assertThat(claims.getSubject()).isEqualTo(account.toString());
    assertThat(claims.getClaimValue(Claims.EPOCH)).isEqualTo(3L);
    assertThat(claims.getClaimValue(Claims.PATH)).isEqualTo("/account/two-factor");
    assertThat(claims.getJwtId()).isNotEmpty();
  }

  @Test
  void forged_expired_and_foreign_identities_do_not_verify() {
    var identity = TestIdentity.of(account);

    assertRefused(identity.forged());
    assertRefused(identity.expired());
    assertRefused(identity.ofType(Claims.SERVICE_TYPE));
  }

  private static void assertRefused(TestIdentity identity) {
    assertThatThrownBy(() -> verifier().processToClaims(identity.header()))
        .isInstanceOf(InvalidJwtException.class);
  }

  private static JwtConsumer verifier() {
    var url =
        "http://127.0.0.1:%d/.well-known/jwks.json"
            .formatted(OtherServiceStandIn.portOf(Owner.AUTH));
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(url)))
        .setExpectedIssuer(Claims.ISSUER)
        .setExpectedAudience(Claims.AUDIENCE)
        .setExpectedType(true, Claims.IDENTITY_TYPE)
        .setRequireExpirationTime()
        .build();
  }
}
