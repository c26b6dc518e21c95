package dev.latchkey.e2e.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.e2e.Drawn;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is sent: an answer in time, as the document has it, in JSON, with no insides in it. More
 * requests an operation by {@code -Dlatchkey.e2e.fuzz=15}. Late, for it uses up what a network may.
 */
@OnThePlatform
@Order(Integer.MAX_VALUE - 1)
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiFuzzIT {

  private static final int TIMES = Integer.getInteger("latchkey.e2e.fuzz", 5);

  /** The slowest that is right: a password is hashed after others have been. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final int TRIES = 20;

  private final Platform platform;
  private final Api api;
  private final List<Credentials> credentials = new ArrayList<>();

  ApiFuzzIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  @BeforeAll
  void somebody_has_nothing_to_lose() {
    System.out.println("fuzz: -Dlatchkey.e2e.seed=" + Drawn.SEED);
    credentials.add(new Credentials(platform));
  }

  static Stream<Operation> operations() {
    return Documents.operations().stream();
  }

  @Test
  void every_endpoint_is_in_a_document() {
    var documented = operations().map(Operation::name).toList();
    var table = Endpoints.ALL.stream().map(row -> row.verb() + " " + row.path()).toList();

    assertThat(documented).containsAll(table);
    assertThat(operations().filter(operation -> !served(operation)).map(Operation::path))
        .allMatch(path -> path.startsWith("/internal/") || path.equals("/.well-known/jwks.json"));
  }

  /** Internal operations too: to the gateway they are not there, however one asks. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void nothing_that_is_sent_breaks_it(Operation operation) {
    var shown = credentials.getFirst();
    var faults = new ArrayList<String>();
    for (int i = 0; i < TIMES; i++) {
      shown.renew();
      var attempt =
          new Attempt(operation, Drawn.SEED + 31L * operation.name().hashCode() + i, shown);
      var answer = settled(attempt);
      for (var fault : Verdict.on(operation, served(operation), attempt, answer)) {
        faults.add("%s: %s to %s".formatted(fault, answer, attempt));
      }
      if (answer.took().compareTo(Slack.of(LONGEST)) > 0) {
        faults.add("took %s: %s".formatted(answer.took(), attempt));
      }
    }
    assertThat(faults.stream().collect(Collectors.joining("\n")))
        .as("-Dlatchkey.e2e.seed=%d", Drawn.SEED)
        .isEmpty();
  }

  private static boolean served(Operation operation) {
    return Endpoints.ALL.stream()
        .anyMatch(row -> row.verb() == operation.verb() && row.path().equals(operation.path()));
  }

  /** A 503 is an answer that goes away: whoever sends the same again gets another one. */
  private Answer settled(Attempt attempt) {
    var answer = attempt.send(api);
    for (int i = 0; i < TRIES && answer.status() == 503; i++) {
      try {
        TimeUnit.MILLISECONDS.sleep(250);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      answer = attempt.send(api);
    }
    return answer;
  }
}
