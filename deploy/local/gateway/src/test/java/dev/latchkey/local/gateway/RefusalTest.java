package dev.latchkey.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.problem.CommonProblem;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

  @ParameterizedTest
  @EnumSource
  void a_refusal_of_the_gateway_reads_like_that_of_a_service(Refusal refusal) {
    var service = CommonProblem.valueOf(refusal.name());

    assertThat(refusal.status()).isEqualTo(service.status());
    assertThat(new JsonObject(refusal.body()))
        .isEqualTo(
            new JsonObject()
                .put("id", service.id())
                .put("message", service.message())
                .put("url", "https://latchkey.dev/errors#" + service.id()));
  }
}
