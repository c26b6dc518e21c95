package dev.latchkey.cli.operator.letter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.operator.inside.Operator;
import dev.latchkey.cli.operator.inside.Service;
import dev.latchkey.cli.platform.Call;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "dead-letters:replay",
    description = {
      "Have a service hear its dead letters again, after their cause was removed.",
      "What took effect before does not do so twice, and no other service hears anything."
          + " What cannot be read or believed is left. It is in the service's log."
    },
    footerHeading = "%nExamples:%n",
    footer = "  latch-operator dead-letters:replay --service notification-service")
public final class DeadLetterReplay implements Callable<Integer> {

  private final Operator operator;

  @Option(
      names = "--service",
      required = true,
      paramLabel = "NAME",
      description = "Which service's, such as auth-service.")
  private String name = "";

  public DeadLetterReplay(Operator operator) {
    this.operator = operator;
  }

  @Override
  public Integer call() {
    var service = Service.named(name);
    var call = Call.post(DeadLetters.PATH + service.title() + "/actions/replay");
    var replayed = operator.ask(service, call).orFail();
    operator.screen().show(replayed, () -> tell(replayed));
    return ExitCode.OK.number();
  }

  private void tell(JsonNode replayed) {
    int handled = replayed.path("handled").asInt();
    int failed = replayed.path("failed").asInt();
    int left = replayed.path("left").asInt();
    var screen = operator.screen();
    if (handled + failed + left == 0) {
      screen.line("No dead letters.");
      return;
    }
    screen.line("%d took effect, %d failed again, %d left.".formatted(handled, failed, left));
    if (failed > 0) {
      screen.aside("What failed again is a dead letter anew; the service's log has the cause.");
    }
    if (left > 0) {
      screen.aside("What is left nobody can read or believe: repeat the change where it was made.");
    }
    if (replayed.path("more").asBoolean()) {
      screen.aside("There are more: do it again.");
    }
  }
}
