package dev.latchkey.auth.browserlogin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

  private static final String HERE = "198.51.100.7";
  private static final String THERE = "203.0.113.9";

  private record Few(
      PagePath page,
      int perClientAndHour,
      Duration patience,
      int mostWaiting,
      int mostWaitingPerNetwork)
      implements BrowserLoginConfig {}

  private final Random random = new Random(5);
  private final WaitingRoom room =
      new WaitingRoom(
          new Few(new PagePath("/dashboard/cli"), 1, Duration.ofSeconds(1), 3, 2),
          new SimpleMeterRegistry());

  @Test
  void a_full_room_takes_nobody_until_somebody_leaves() {
    var first = room.enter(LoginId.draw(random), HERE).orElseThrow();
    var second = room.enter(LoginId.draw(random), HERE).orElseThrow();
    var third = room.enter(LoginId.draw(random), THERE).orElseThrow();

    assertThat(room.enter(LoginId.draw(random), THERE)).isEmpty();
    first.leave();

    assertThat(room.enter(LoginId.draw(random), THERE)).isPresent();
    assertThat(second.kept()).isTrue();
    assertThat(third.kept()).isTrue();
  }

  @Test
  void one_network_does_not_take_every_seat() {
    var first = room.enter(LoginId.draw(random), HERE).orElseThrow();
    assertThat(room.enter(LoginId.draw(random), HERE)).isPresent();

    assertThat(room.enter(LoginId.draw(random), HERE)).isEmpty();
    assertThat(room.enter(LoginId.draw(random), THERE)).isPresent();
    first.leave();

    assertThat(room.enter(LoginId.draw(random), HERE)).isPresent();
  }

  @Test
  void the_latest_about_a_login_keeps_its_seat_also_when_the_one_before_leaves() {
    var login = LoginId.draw(random);
    var before = room.enter(login, HERE).orElseThrow();
    var latest = room.enter(login, HERE).orElseThrow();

    assertThat(before.kept()).isFalse();
    before.leave();

    assertThat(latest.kept()).isTrue();
    latest.leave();
    assertThat(latest.kept()).isFalse();
  }
}
