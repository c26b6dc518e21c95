package dev.latchkey.kit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.InternalEndpoint;
import dev.latchkey.contracts.endpoint.InternalEndpoints;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.endpoint.Verb;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Optional;
import java.util.UUID;

/**
 * Tries the table of internal endpoints at the service under test: every caller at each of the
 * service's rows, and at paths that have no row. Requests are empty, so whoever gets in does
 * nothing.
 */
public final class InsideCells {

  private static final String EDGE = "/.well-known/oauth-authorization-server";

  private final Owner self;
  private final int port;

  private InsideCells(Owner self, int port) {
    this.self = self;
    this.port = port;
  }

  /** Fails at the first cell where the service does otherwise than the table says. */
  public static void tryAll(Owner self, int internalPort) {
    var cells = new InsideCells(self, internalPort);
    var rows = InternalEndpoints.of(self);
    assertThat(rows).isNotEmpty();
    for (var asker : Asker.values()) {
      rows.forEach(row -> cells.tryCell(asker, row));
      cells.assertForbidden(asker, Verb.GET, "/internal");
      cells.assertForbidden(asker, Verb.GET, "/internal/nowhere");
      // Another's row is none here.
      InternalEndpoints.ALL.stream()
          .filter(row -> row.owner() != self)
          .forEach(row -> cells.assertForbidden(asker, verb(row), path(row)));
    }
  }

  private void tryCell(Asker asker, InternalEndpoint row) {
    if (row.lets(asker)) {
      assertThat(ask(asker, verb(row), path(row)).statusCode())
          .as("%s at %s", asker, row)
          .isNotIn(401, 403, 405);
    } else {
      assertForbidden(asker, verb(row), path(row));
    }
  }

  private void assertForbidden(Asker asker, Verb verb, String path) {
    var answer = ask(asker, verb, path);

    assertThat(answer.statusCode()).as("%s at %s %s", asker, verb, path).isEqualTo(403);
    assertThat(answer.<String>path("id")).isEqualTo("forbidden");
  }

  private Response ask(Asker asker, Verb verb, String path) {
    return RestAssured.given()
        .baseUri("http://127.0.0.1")
        .port(port)
        .urlEncodingEnabled(false)
        .header("Authorization", ServiceCalls.header(asker.caller(), self.service()))
        .request(verb.name(), path);
  }

  private static Verb verb(InternalEndpoint row) {
    return Optional.ofNullable(row.verb()).orElse(Verb.GET);
  }

  /** At the edge a question that asks no credential of a person: its own 401 would not tell. */
  private static String path(InternalEndpoint row) {
    return row.path().replace("/**", EDGE).replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
  }
}
