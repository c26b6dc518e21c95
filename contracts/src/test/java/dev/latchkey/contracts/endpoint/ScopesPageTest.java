package dev.latchkey.contracts.endpoint;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/scopes.md} is written from the table of endpoints; {@code -Dlatchkey.golden=rewrite}
 * rewrites it. That the platform does what it says is tried in e2e, with a credential a column.
 */
class ScopesPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("latchkey.root", "..")).resolve("docs/scopes.md");

  private static final String OPEN = "open";
  private static final String YES = "yes";

  /** A live credential is told that it is not enough; 401 would tell it that it is dead. */
  private static final String FORBIDDEN = "403";

  private static final String UNAUTHORIZED = "401";

  @Test
  void the_page_says_what_the_table_says() throws IOException {
    var page = page();

    if ("rewrite".equals(System.getProperty("latchkey.golden"))) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    return """
    # Who reaches what

    Generated from `Endpoints` in `contracts`; a test compares it, and another one sends a credential of each column to each
    row. The first six columns are an authorization of that one scope, the others a credential of that kind; all but the
    authorizations have scope `global`.

    `yes`: the endpoint answers, if need be after the proof that [api.md](api.md) lists as step-up. `403`: alive and not
    enough (`forbidden`). `401`: no credential here (`unauthorized`). `open`: no credential is looked at.

    | request | %s | session | login authorization | API key | password | none |
    |---|%s
    %s
    """
        .formatted(
            Stream.of(Scope.values()).map(Scope::text).collect(joining(" | ")),
            "---|".repeat(Scope.values().length + 5),
            Endpoints.ALL.stream().map(ScopesPageTest::row).collect(joining("\n")));
  }

  private static String row(Endpoint row) {
    var scopes =
        Stream.of(Scope.values()).map(scope -> token(row, CredentialKind.AUTHORIZATION, scope));
    var kinds =
        Stream.of(
                CredentialKind.SESSION, CredentialKind.LOGIN_AUTHORIZATION, CredentialKind.API_KEY)
            .map(kind -> token(row, kind, Scope.GLOBAL));
    var rest = Stream.of(password(row), row.anonymous() ? OPEN : UNAUTHORIZED);
    return "| `%s %s` | %s |"
        .formatted(
            row.verb(),
            row.path(),
            Stream.of(scopes, kinds, rest).flatMap(cells -> cells).collect(joining(" | ")));
  }

  private static String token(Endpoint row, CredentialKind kind, Scope scope) {
    if (row.anonymous()) {
      return OPEN;
    }
    return row.credentials().contains(kind) && row.allows(Set.of(scope)) ? YES : FORBIDDEN;
  }

  private static String password(Endpoint row) {
    if (row.anonymous()) {
      return OPEN;
    }
    return row.signsIn() || row.takesFirstFactor() ? YES : UNAUTHORIZED;
  }
}
