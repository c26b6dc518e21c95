package dev.latchkey.auth.browserlogin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

  private record Two(int perClientAndHour, Duration patience, int mostWaiting)
      implements BrowserLoginConfig {}

  private final Random random = new Random(5);
  private final WaitingRoom room =
      new WaitingRoom(new Two(1, Duration.ofSeconds(1), 2), new SimpleMeterRegistry());

  @Test
  void a_full_room_takes_nobody_until_somebody_leaves() {
    var first = room.enter(LoginId.draw(random)).orElseThrow();
    var second = room.enter(LoginId.draw(random)).orElseThrow();

    assertThat(room.enter(LoginId.draw(random))).isEmpty();
    first.leave();

    assertThat(room.enter(LoginId.draw(random))).isPresent();
    assertThat(second.kept()).isTrue();
  }

  @Test
  void the_latest_about_a_login_keeps_its_seat_also_when_the_one_before_leaves() {
    var login = LoginId.draw(random);
    var before = room.enter(login).orElseThrow();
    var latest = room.enter(login).orElseThrow();

    assertThat(before.kept()).isFalse();
    before.leave();

    assertThat(latest.kept()).isTrue();
    latest.leave();
    assertThat(latest.kept()).isFalse();
  }
}
