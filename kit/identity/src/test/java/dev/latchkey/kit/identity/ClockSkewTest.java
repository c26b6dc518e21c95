package dev.latchkey.kit.identity;

import static dev.latchkey.kit.identity.Http.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Machines whose clocks differ. A credential or identity is made at what its maker takes for now;
 * positive offsets are of makers that are ahead of us.
 */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ClockSkewTest {

  private static final String CALLER = "mfa-service";

  /** A caller uses a credential for so long before it makes another. */
  private static final int REUSE = 45;

  @ParameterizedTest
  @ValueSource(ints = {4, 1, 0, -14, -29})
  void a_new_credential_of_a_machine_that_differs_a_little_is_taken(int offset) {
    assertThat(call(offset, 0)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 0, -10})
  void so_is_one_that_is_used_for_the_last_time(int offset) {
    assertThat(call(offset, REUSE)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 29, 120, -62, -120})
  void a_new_credential_of_a_machine_that_is_far_off_is_refused(int offset) {
    assertThat(call(offset, 0)).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(ints = {-17, -29, -120})
  void a_used_one_of_a_machine_that_is_behind_is_refused_sooner(int offset) {
    assertThat(call(offset, REUSE)).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -29, -50})
  void an_identity_from_an_edge_that_is_behind_lives_less_long(int offset) {
    assertThat(Http.outside().as(identity(offset), "GET", "/account").statusCode()).isEqualTo(200);
  }

  /** A later end than is right would be the harm: an identity would outlive what it speaks for. */
  @ParameterizedTest
  @ValueSource(ints = {-61, -120})
  void an_identity_that_is_over_by_our_clock_is_refused_without_grace(int offset) {
    refused(Http.outside().as(identity(offset), "GET", "/account"), 401, "unauthorized");
  }

  private static int call(int offset, int usedFor) {
    long made = Jwt.now() + offset - usedFor;
    var claims = Jwt.serviceClaims(CALLER, "auth-service").put("iat", made).put("exp", made + 60);
    var credential = Jwt.sign(Jwt.serviceHeader(CALLER), claims, Surroundings.key("mfa").secret());
    return Http.inside()
        .send("GET", DoorResource.EPOCH, "Authorization", "Bearer " + credential)
        .statusCode();
  }

  private static String identity(int offset) {
    long made = Jwt.now() + offset;
    var claims = Jwt.claims().put("iat", made).put("exp", made + 60);
    return Jwt.sign(Jwt.header(), claims, Surroundings.key("edge").secret());
  }
}
