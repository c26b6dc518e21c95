package dev.latchkey.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.e2e.http.Json;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The README's tour, word for word. */
@OnThePlatform
@Order(1)
class TourIT {

  private static final Pattern SHELL_BLOCK = Pattern.compile("(?s)\n```sh\n(.*?)\n```");
  private static final int PATIENCE_S = 120;

  @Test
  void the_lines_of_the_readme_do_what_it_says(Platform platform) throws IOException {
    assumeTrue(Shell.has("curl"), "curl is not installed");
    assumeTrue(Shell.has("oathtool"), "oathtool is not installed");
    var tour = SHELL_BLOCK.matcher(Files.readString(platform.root().resolve("README.md")));
    assertThat(tour.find()).isTrue();

    var result =
        Shell.run(
            platform.root(),
            platform.environment(),
            List.of("sh", "-c", tour.group(1)),
            PATIENCE_S);

    var answers = Json.readAll(result.output());
    assertThat(answers).as(result.toString()).hasSizeGreaterThan(2);
    var there = answers.get(answers.size() - 2);
    var here = answers.getLast();
    assertThat(there.path("id").asText()).isEqualTo("unauthorized");
    assertThat(here.path("two_factor_authentication").asBoolean()).isTrue();
    assertThat(here.path("email").asText()).isEqualTo("erin@example.com");
  }
}
