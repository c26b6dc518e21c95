package dev.latchkey.cli.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.operator.inside.Operator;
import dev.latchkey.cli.operator.inside.Service;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Moment;
import dev.latchkey.cli.terminal.Printable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "keys:rotate",
    description = {
      "Make the next key that identities are signed with.",
      "People notice nothing. Asking twice does no harm: a change that is under way stays the one."
          + " It is in auth-service's log, and in no account's."
    },
    footerHeading = "%nExamples:%n",
    footer = "  latch-operator keys:rotate")
final class KeyRotation implements Callable<Integer> {

  private final Operator operator;

  KeyRotation(Operator operator) {
    this.operator = operator;
  }

  @Override
  public Integer call() {
    var call = Call.post("/internal/identity-keys/actions/rotate");
    var rotated = operator.ask(Service.AUTH, call).orFail();
    operator.screen().show(rotated, () -> tell(rotated));
    return ExitCode.OK.number();
  }

  private void tell(JsonNode rotated) {
    operator
        .screen()
        .line(
            "%s, %s. It signs from %s."
                .formatted(
                    rotated.path("made").asBoolean()
                        ? "Made the next key"
                        : "The next key was made already",
                    Printable.of(rotated.path("kid").asText()),
                    Moment.of(rotated.path("signsFrom")).minute()));
  }
}
