package dev.latchkey.contracts.endpoint;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.effect.Fate;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/api.md} is written from the tables; {@code -Dlatchkey.golden=rewrite} rewrites it.
 */
class ApiPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("latchkey.root", "..")).resolve("docs/api.md");

  @Test
  void the_page_says_what_the_tables_say() throws IOException {
    var page = page();

    if ("rewrite".equals(System.getProperty("latchkey.golden"))) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    return """
    # The API, row by row

    Generated from `Endpoints` and `Change` in `contracts`; a test compares it. Bodies and answers are in each service's
    OpenAPI document (`/q/openapi` on its internal port). P: the password in this request (`Heroku-Password`); F: where
    two-factor is on, a code in this request (`Heroku-Two-Factor-Code`) or shown by the credential in the last 10 minutes.
    A password beyond ASCII goes as UTF-8, or where the client can't send that as RFC 8187 has it: `UTF-8''p%%C3%%A4ss`.

    | request | owner | credentials | scope | step-up |
    |---|---|---|---|---|
    %s

    ## What a change does

    | change | this session | other sign-ins | API key | authorizations | phone, codes | devices |
    |---|---|---|---|---|---|---|
    %s
    """
        .formatted(
            Endpoints.ALL.stream().map(ApiPageTest::row).collect(joining("\n")),
            Stream.of(Change.values()).map(ApiPageTest::row).collect(joining("\n")));
  }

  private static String row(Endpoint row) {
    return "| `%s %s` | %s | %s | %s | %s |"
        .formatted(
            row.verb(),
            row.path(),
            row.owner().service(),
            credentials(row),
            scopes(row),
            row.stepUp().sign());
  }

  private static String credentials(Endpoint row) {
    if (row.anonymous()) {
      return "none";
    }
    if (row.credentials().equals(CredentialKind.TOKENS)) {
      return "any token";
    }
    return Stream.of(CredentialKind.values())
        .filter(row.credentials()::contains)
        .map(kind -> kind.text().replace('_', ' '))
        .collect(joining(", "));
  }

  private static String scopes(Endpoint row) {
    if (row.anonymous()) {
      return "–";
    }
    return row.scopes().size() == Scope.values().length ? "any" : Scope.join(row.scopes());
  }

  private static String row(Change change) {
    var fates =
        Stream.of(
                change.thisSession(),
                change.otherSignIns(),
                change.apiKey(),
                change.authorizations(),
                change.recovery(),
                change.devices())
            .map(ApiPageTest::word)
            .collect(joining(" | "));
    return "| " + change.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | " + fates + " |";
  }

  private static String word(Fate fate) {
    return fate.name().toLowerCase(Locale.ROOT);
  }
}
