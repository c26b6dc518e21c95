package dev.latchkey.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.launcher.WholeBench.Step;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeBenchTest {

  private static final Path DATA = Path.of("bench");

  @Test
  void no_platform_is_started_while_another_runs() {
    boolean runs = false;
    for (var step : new WholeBench(DATA, List.of()).steps()) {
      var verb = step.arguments().getFirst();
      assertThat(runs).as(step.title()).isEqualTo(!verb.equals("up"));
      runs = !verb.equals("down");
    }
    assertThat(runs).as("what is left to stop").isTrue();
  }

  @Test
  void without_a_platform_nothing_else_is_tried() {
    assertThat(new WholeBench(DATA, List.of()).steps())
        .filteredOn(Step::needed)
        .allMatch(step -> step.arguments().getFirst().equals("up"))
        .hasSize(3);
  }

  @Test
  void options_are_for_the_contest_with_keycloak() {
    assertThat(new WholeBench(DATA, List.of("--pairs=1")).steps())
        .map(Step::arguments)
        .contains(List.of("bench", "peer", "--pairs=1"))
        .contains(List.of("bench", "cascade"));
  }
}
