package dev.latchkey.contracts.endpoint;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/internal.md} is written from the table of internal endpoints; {@code
 * -Dlatchkey.golden=rewrite} rewrites it. That services do what it says each of them tries, cell by
 * cell.
 */
class InternalPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("latchkey.root", "..")).resolve("docs/internal.md");

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
    # Who asks what inside

    Generated from `InternalEndpoints` in `contracts`; a test compares it, and each service tries every caller at each of its
    rows. A caller is who signed the service credential (`Asker`). The guard of every service reads the table.

    `yes`: the endpoint answers. `403`: a good credential and not enough (`forbidden`); so is every internal path that is not
    here, for everybody. Without a credential for that service everything is 401.

    | request | answered by | %s |
    |---|---|%s
    %s
    """
        .formatted(
            Stream.of(Asker.values()).map(Asker::caller).collect(joining(" | ")),
            "---|".repeat(Asker.values().length),
            InternalEndpoints.ALL.stream().map(InternalPageTest::row).collect(joining("\n")));
  }

  private static String row(InternalEndpoint row) {
    return "| `%s %s` | %s | %s |"
        .formatted(
            InternalEndpoints.method(row),
            row.path(),
            row.owner().service(),
            Stream.of(Asker.values())
                .map(asker -> row.lets(asker) ? "yes" : "403")
                .collect(joining(" | ")));
  }
}
