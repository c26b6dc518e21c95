package dev.latchkey.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.RawConnection;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that two servers might cut apart differently (RFC 9112, section 11.2). */
@OnThePlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated
class SmugglingIT {

  /** What hides behind the first request: it must never be answered by itself. */
  private static final String HIDDEN =
      "GET /account HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %TOKEN%\r\n\r\n";

  private final Platform platform;
  private SignedIn session = new SignedIn("", "", "");

  SmugglingIT(Platform platform) {
    this.platform = platform;
  }

  @BeforeAll
  void somebody_is_signed_in() {
    session = platform.people().signedUp("victim").signIn();
  }

  static Stream<Arguments> ambiguous() {
    var heads =
        Map.ofEntries(
            Map.entry("length and chunks", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n"),
            Map.entry("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n"),
            Map.entry("two lengths", "Content-Length: 4\r\nContent-Length: 40\r\n"),
            Map.entry("two equal lengths", "Content-Length: 4\r\nContent-Length: 4\r\n"),
            Map.entry("a list of lengths", "Content-Length: 4, 40\r\n"),
            Map.entry("a signed length", "Content-Length: +4\r\n"),
            Map.entry("a negative length", "Content-Length: -4\r\n"),
            Map.entry("a hexadecimal length", "Content-Length: 0x4\r\n"),
            Map.entry("an unknown coding", "Transfer-Encoding: xchunked\r\n"),
            Map.entry("chunks that are not last", "Transfer-Encoding: chunked, identity\r\n"),
            Map.entry(
                "chunks twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
            Map.entry(
                "a tab in the coding", "Transfer-Encoding:\tchunked\r\nContent-Length: 4\r\n"),
            Map.entry("a space before the colon", "Content-Length : 4\r\n"),
            Map.entry("a bare line feed", "X-A: b\nContent-Length: 4\r\nContent-Length: 9\r\n"),
            Map.entry("a null in a header", "X-A: b\0c\r\nContent-Length: 4\r\n"),
            Map.entry("two hosts", "Host: y\r\nContent-Length: 4\r\n"),
            Map.entry("a huge length", "Content-Length: 99999999999999999999\r\n"));
    return heads.entrySet().stream().map(head -> Arguments.of(head.getKey(), head.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ambiguous")
  void what_is_ambiguous_is_refused_and_nothing_after_it_is_read(String name, String head) {
    var request = "POST /users HTTP/1.1\r\nHost: x\r\n" + head + "\r\n0\r\n\r\n" + hidden();

    var transcript = RawConnection.exchange(platform.url(), request);

    assertThat(transcript.statuses()).as(name).hasSizeLessThanOrEqualTo(1);
    assertThat(transcript.statuses()).as(name).allMatch(status -> status >= 400 && status < 500);
    assertThat(transcript.text()).doesNotContain("two_factor_authentication");
  }

  /** Read as one value (RFC 9112 section 5.2), so the length is 0 and what follows is no body. */
  @Test
  void a_length_folded_into_another_header_is_no_length() {
    var request =
        "POST /users HTTP/1.1\r\nHost: x\r\n"
            + "X-A: b\r\n Content-Length: 4\r\nContent-Length: 0\r\n\r\n0\r\n\r\n"
            + hidden();

    var transcript = RawConnection.exchange(platform.url(), request);

    assertThat(transcript.statuses()).allMatch(status -> status >= 400 && status < 500);
    assertThat(transcript.text()).doesNotContain("two_factor_authentication");
  }

  @Test
  void a_broken_chunk_ends_the_connection() {
    var request =
        "POST /users HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"
            + hidden();

    var transcript = RawConnection.exchange(platform.url(), request);

    assertThat(transcript.statuses()).allMatch(status -> status >= 400 && status < 500);
    assertThat(transcript.text()).doesNotContain("two_factor_authentication");
  }

  @Test
  void headers_without_end_are_refused() {
    var request = "GET /account HTTP/1.1\r\nHost: x\r\nX-Big: " + "a".repeat(100_000) + "\r\n\r\n";

    var transcript = RawConnection.exchange(platform.url(), request);

    assertThat(transcript.statuses()).containsAnyOf(400, 431);
    assertThat(transcript.body()).contains("\"id\"").contains("\"message\"");
  }

  @Test
  void requests_that_follow_each_other_honestly_are_answered_in_order() {
    var transcript = RawConnection.exchange(platform.url(), hidden() + hidden());

    assertThat(transcript.statuses()).containsExactly(200, 200);
  }

  private String hidden() {
    return HIDDEN.replace("%TOKEN%", session.token());
  }
}
