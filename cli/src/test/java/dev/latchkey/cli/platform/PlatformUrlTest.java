package dev.latchkey.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com, https://api.example.com",
    "https://api.example.com/, https://api.example.com",
    "'  https://api.example.com\n', https://api.example.com",
    "HTTPS://API.Example.COM, https://api.example.com",
    "https://api.example.com:443, https://api.example.com",
    "https://api.example.com:8443/, https://api.example.com:8443",
    "https://192.0.2.7, https://192.0.2.7",
    "https://[2001:DB8::7]:8443, https://[2001:db8::7]:8443",
    "https://xn--exmple-cua.com, https://xn--exmple-cua.com"
  })
  void https_is_taken_from_anywhere_as_scheme_host_and_port(String typed, String origin) {
    var url = PlatformUrl.of(typed);

    assertThat(url).hasToString(origin);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost, http://localhost",
    "http://LOCALHOST:80, http://localhost",
    "http://localhost:443, http://localhost:443",
    "http://127.0.0.1:8080, http://127.0.0.1:8080",
    "http://127.255.0.9, http://127.255.0.9",
    "http://[::1]:8080, http://[::1]:8080",
    "http://[::1], http://[::1]"
  })
  void http_is_taken_from_this_machine(String typed, String origin) {
    var url = PlatformUrl.of(typed);

    assertThat(url).hasToString(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com",
        "http://127.0.0.1.evil.com",
        "http://localhost.evil.com",
        "http://evil-localhost",
        "http://localhost.",
        "http://1127.0.0.1.com",
        "http://0.0.0.0",
        "http://128.0.0.1",
        "http://[::2]",
        "http://[::ffff:127.0.0.1]",
        "http://[fe80::1]"
      })
  void http_is_refused_from_any_other_machine_whatever_its_name_begins_with(String typed) {
    var failure = catchThrowableOfType(Failure.class, () -> PlatformUrl.of(typed));

    assertThat(failure.code()).isEqualTo(ExitCode.USAGE);
    assertThat(failure.sentence()).contains("must begin with https://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hunter2@api.example.com",
        "https://alice:hunter2@api.example.com",
        "http://localhost@hunter2.example.com",
        "https://api.example.com/hunter2",
        "https://api.example.com//",
        "https://api.example.com?token=hunter2",
        "https://api.example.com/?hunter2",
        "https://api.example.com#hunter2",
        "https://api.example.com:0",
        "https://api.example.com:65536",
        "https://api.example.com:99999999999",
        "https://api.example.com:hunter2",
        "https://hunter2 api.example.com",
        "https://api.example.com\\@hunter2.example.com",
        "https://hunter2_api.example.com",
        "https://exämple-hunter2.com",
        "https:hunter2",
        "https://",
        "https:///",
        "//hunter2.example.com",
        "hunter2",
        "api.example.com",
        "api.example.com:443",
        "127.0.0.1:8080",
        "http://127.1",
        "http://127.0.0.999",
        "http://2130706433",
        "file:///etc/hunter2",
        "ftp://hunter2.example.com",
        "lkat_hunter2",
        "",
        " "
      })
  void anything_else_is_refused_and_not_said_again(String typed) {
    var failure = catchThrowableOfType(Failure.class, () -> PlatformUrl.of(typed));

    assertThat(failure.code()).isEqualTo(ExitCode.USAGE);
    assertThat(failure.sentence()).startsWith("The platform's address, LATCHKEY_URL, ");
    assertThat(failure.sentence() + failure.json()).doesNotContain("hunter2");
  }
}
