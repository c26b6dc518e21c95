package dev.latchkey.cli.operator.letter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.operator.inside.Operator;
import dev.latchkey.cli.operator.inside.Service;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Moment;
import dev.latchkey.cli.terminal.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "dead-letters",
    description = {
      "Show what services heard and could not handle, and no replay has dealt with.",
      "Nothing of what was said, and of no account. That you looked is in the service's log."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  latch-operator dead-letters",
      "  latch-operator dead-letters --service token-service --json"
    })
public final class DeadLetters implements Callable<Integer> {

  static final String PATH = "/internal/operator/dead-letters/";

  private final Operator operator;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Of that service, such as auth-service; of all four when left out.")
  private String name = "";

  public DeadLetters(Operator operator) {
    this.operator = operator;
  }

  @Override
  public Integer call() {
    var services = name.isEmpty() ? List.of(Service.values()) : List.of(Service.named(name));
    var letters = JsonNodeFactory.instance.arrayNode();
    boolean more = false;
    for (var service : services) {
      more |= read(service, letters);
    }
    var screen = operator.screen();
    screen.show(letters, () -> screen.table(table(letters), "No dead letters."));
    if (more) {
      screen.aside("There are more behind these: replay them first.");
    }
    return ExitCode.OK.number();
  }

  private boolean read(Service service, ArrayNode letters) {
    var found = operator.ask(service, Call.get(PATH + service.title())).orFail();
    for (var letter : found.path("dead_letters")) {
      ObjectNode named = letters.addObject().put("service", service.title());
      letter.properties().forEach(field -> named.set(field.getKey(), field.getValue()));
    }
    return found.path("more").asBoolean();
  }

  private static Table table(ArrayNode letters) {
    var table =
        Table.of("TIME", "SERVICE", "WHAT", "EVENT", "FROM", "REPLAY", "WHY")
            .doingWithout("FROM", "EVENT");
    letters.forEach(each ->
        table.row(
            Moment.of(each.path("at")).minute(),
            each.path("service").asText(),
            what(each),
            each.path("event_id").asText(""),
            from(each),
            each.path("readable").asBoolean() ? "yes" : "no",
            each.path("reason").asText("")));
    return table;
  }

  /** PasswordChanged of dev.latchkey.account.PasswordChanged.v1; a topic where there is none. */
  private static String what(JsonNode letter) {
    var parts = letter.path("type").asText("").split("\\.", -1);
    return parts.length < 3 ? letter.path("topic").asText() : parts[parts.length - 2];
  }

  private static String from(JsonNode letter) {
    return "%s %s/%s"
        .formatted(
            letter.path("topic").asText(),
            letter.path("partition").asText(),
            letter.path("offset").asText());
  }
}
