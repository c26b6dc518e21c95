package dev.latchkey.cli.securitylog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {

  private static final Pattern EVENT = Pattern.compile("<a id=\"([A-Za-z]+)\"></a>");

  /** Of a mailbox and not of an account: they reach no log. */
  private static final List<String> ELSEWHERE =
      List.of("message_requested", "message_delivered", "message_failed");

  private static JsonNode line(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }

  private static List<String> types() throws IOException {
    var page = Path.of(System.getProperty("latchkey.root"), "docs/events.md");
    return EVENT
        .matcher(Files.readString(page))
        .results()
        .map(found -> found.group(1).replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT))
        .filter(type -> !ELSEWHERE.contains(type))
        .toList();
  }

  @Test
  void every_event_that_reaches_the_log_has_words() throws IOException {
    var types = types();

    assertThat(types).hasSizeGreaterThan(25).contains("mfa_enabled", "signed_in");
    for (var type : types) {
      var sentence = Sentence.of(line("{\"type\":\"%s\",\"data\":{}}".formatted(type)));
      assertThat(sentence).as(type).matches("[A-Z].+").doesNotContain("_");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"signed_in\"} | Signed in",
        "{\"type\":\"password_changed\",\"data\":{\"reset\":false}} | Password changed",
        "{\"type\":\"password_changed\",\"data\":{\"reset\":true}} | Password reset by mail",
        "{\"type\":\"mfa_enabled\",\"data\":{\"replaced\":false}} | Two-factor switched on",
        "{\"type\":\"mfa_enabled\",\"data\":{\"replaced\":true}} | Two-factor moved to another device",
        "{\"type\":\"authorization_created\",\"data\":{\"description\":\"CI\"}} | Authorization made: CI",
        "{\"type\":\"never_heard_of\"} | never heard of",
        "{} | ''"
      })
  void a_line_is_said_in_words(String json, String words) throws IOException {
    var sentence = Sentence.of(line(json));

    assertThat(sentence).isEqualTo(words);
  }
}
