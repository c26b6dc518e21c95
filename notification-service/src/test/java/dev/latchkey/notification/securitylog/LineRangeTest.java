package dev.latchkey.notification.securitylog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineRangeTest {

  private static final UUID LAST = new UUID(1, 2);

  @Test
  void what_the_last_page_told_asks_for_the_next() {
    var first = LineRange.of("id ..; max=50");

    var second = LineRange.of(first.next(LAST));

    assertThat(first).isEqualTo(new LineRange(null, 50));
    assertThat(second).isEqualTo(new LineRange(LAST, 50));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "bytes=0-10",
        "id ]~..; max=1; nonsense",
        "id ]1..",
        "id ..; max=-1",
        "id ..; max=99999"
      })
  void what_is_no_range_is_not_looked_at(String header) {
    assertThat(LineRange.of(header)).isEqualTo(new LineRange(null, 200));
  }

  @Test
  void nobody_gets_fewer_than_one_or_more_than_200() {
    assertThat(LineRange.of("id ..; max=0").most()).isEqualTo(1);
    assertThat(LineRange.of("id ..; max=9999").most()).isEqualTo(200);
    assertThat(LineRange.of("id ..").most()).isEqualTo(200);
  }
}
