package dev.latchkey.local.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code deploy/images}, as text: no image is built here. */
class ImagesTest {

  private static final Pattern BASE = Pattern.compile("(?m)^ARG BASE_IMAGE=.*-debian(\\d+):");
  private static final Pattern DEBIAN = Pattern.compile("(?m)^ARG DEBIAN_IMAGE=.*/debian:(\\d+)-");

  /** One of a later release asks for a later libc, and hashes were made in Java, unnoticed. */
  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile", "Dockerfile.native"})
  void libsodium_is_of_the_release_that_the_base_is_of(String name) throws IOException {
    var text = Files.readString(Overlay.ROOT.resolve("deploy/images").resolve(name));

    assertThat(release(DEBIAN, text)).isNotEmpty().isEqualTo(release(BASE, text));
    assertThat(text).contains("COPY --from=sodium /sodium/ /");
  }

  private static String release(Pattern argument, String text) {
    return argument.matcher(text).results().map(found -> found.group(1)).findFirst().orElse("");
  }
}
