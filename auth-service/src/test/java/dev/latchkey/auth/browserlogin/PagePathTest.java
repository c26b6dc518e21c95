package dev.latchkey.auth.browserlogin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePathTest {

  @Test
  void the_login_is_the_last_part() {
    var id = LoginId.draw(new Random(7));

    assertThat(new PagePath("/dashboard/cli").of(id)).isEqualTo("/dashboard/cli/" + id.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//evil.example",
        "https://evil.example/cli",
        "dashboard",
        "/cli/",
        "/a?b=c",
        "/a#b"
      })
  void what_is_no_path_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PagePath(text));
  }
}
