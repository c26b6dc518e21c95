package dev.latchkey.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void the_catalogue_is_for_ever() {
    assertThat(Stream.of(CommonProblem.values()).map(type -> type.status() + " " + type.id()))
        .containsExactly(
            "400 bad_request",
            "401 unauthorized",
            "403 forbidden",
            "403 password_required",
            "403 two_factor",
            "404 not_found",
            "405 method_not_allowed",
            "406 not_acceptable",
            "409 conflict",
            "413 request_too_large",
            "415 unsupported_media_type",
            "416 requested_range_not_satisfiable",
            "422 invalid_params",
            "429 rate_limit",
            "431 headers_too_large",
            "500 internal_error",
            "503 unavailable");
  }

  @Test
  void the_body_has_three_members_and_more_where_given() throws Exception {
    var plain = CommonProblem.NOT_FOUND.problem();
    var full = plain.resource("session").message("No such session.").with("challenge", 1);

    assertThat(json(plain))
        .isEqualTo(
            "{\"id\":\"not_found\",\"message\":\"Couldn't find that resource.\","
                + "\"url\":\"https://latchkey.dev/errors#not_found\"}");
    assertThat(json(full))
        .isEqualTo(
            "{\"id\":\"not_found\",\"message\":\"No such session.\","
                + "\"url\":\"https://latchkey.dev/errors#not_found\","
                + "\"resource\":\"session\",\"challenge\":1}");
  }

  @Test
  void a_field_is_named_first_whatever_the_order() {
    var one = CommonProblem.INVALID_PARAMS.problem().field("email").message("is taken.");
    var other = CommonProblem.INVALID_PARAMS.problem().message("is taken.").field("email");

    assertThat(one.body().message())
        .isEqualTo("email: is taken.")
        .isEqualTo(other.body().message());
  }

  @Test
  void a_copy_leaves_the_original_alone() {
    var plain = CommonProblem.RATE_LIMIT.problem();

    var changed = plain.retryAfter(Duration.ofSeconds(9)).header("A", "b").with("c", "d");

    assertThat(plain.headers()).isEmpty();
    assertThat(plain.body().more()).isEmpty();
    assertThat(changed.headers()).containsEntry("Retry-After", "9").containsEntry("A", "b");
  }

  @Test
  void a_wait_is_rounded_up_to_whole_seconds() {
    assertThat(retryAfter(Duration.ZERO)).isEqualTo("1");
    assertThat(retryAfter(Duration.ofMillis(-5))).isEqualTo("1");
    assertThat(retryAfter(Duration.ofMillis(1))).isEqualTo("1");
    assertThat(retryAfter(Duration.ofSeconds(2))).isEqualTo("2");
    assertThat(retryAfter(Duration.ofMillis(2001))).isEqualTo("3");
  }

  private static @Nullable String retryAfter(Duration wait) {
    return CommonProblem.RATE_LIMIT.problem().retryAfter(wait).headers().get("Retry-After");
  }

  private static String json(Problem problem) throws Exception {
    return new ObjectMapper().writeValueAsString(problem.body());
  }
}
