package dev.latchkey.cli.securitylog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.SignedIn;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Moment;
import dev.latchkey.cli.terminal.Printable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "log",
    description = "Show what happened to your account, and from where.",
    footerHeading = "%nExamples:%n",
    footer = {"  latch log", "  latch log -n 100 --json", "  latch log --follow"})
public final class SecurityLog implements Callable<Integer> {

  private static final String PATH = "/account/security-log";

  /** The most that the platform gives at once. */
  private static final int PAGE = 200;

  private static final long PAUSE_S = 3;

  private final Invocation invocation;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "20",
      description = "How many, the latest; ${DEFAULT-VALUE} when left out, at most 200.")
  private int lines;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what happens next, until Ctrl-C.")
  private boolean follow;

  public SecurityLog(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (lines < 1 || lines > PAGE) {
      throw new Failure(ExitCode.USAGE, "latch_usage", "-n takes a number from 1 to 200.");
    }
    var signedIn = invocation.signedIn();
    var latest = latest(signedIn, lines);
    if (!follow) {
      var screen = invocation.screen();
      screen.show(latest, () -> screen.table(LogTable.of(latest), "Nothing has happened yet."));
      return ExitCode.OK.number();
    }
    latest.forEach(this::follow);
    follow(signedIn, latest);
    return ExitCode.OK.number();
  }

  /** For ever: the person ends it, or the sign-in does. */
  private void follow(SignedIn signedIn, JsonNode known) throws InterruptedException {
    var last = known.isEmpty() ? "" : id(known.get(known.size() - 1));
    while (true) {
      TimeUnit.SECONDS.sleep(PAUSE_S);
      var after = last;
      var news = latest(signedIn, PAGE).valueStream().toList();
      var seen = news.stream().map(SecurityLog::id).toList().lastIndexOf(after);
      List<JsonNode> fresh = news.subList(seen + 1, news.size());
      fresh.forEach(this::follow);
      last = fresh.isEmpty() ? last : id(fresh.getLast());
    }
  }

  private static String id(JsonNode line) {
    return line.path("id").asText();
  }

  /** The latest, the oldest of them first, as one reads. */
  private static JsonNode latest(SignedIn signedIn, int most) {
    var newestFirst = signedIn.ask(Call.get(PATH).range("id ..; max=" + most));
    ArrayNode turned = JsonNodeFactory.instance.arrayNode();
    newestFirst.forEach(line -> turned.insert(0, line));
    return turned;
  }

  private void follow(JsonNode line) {
    var screen = invocation.screen();
    screen.follow(
        line,
        "%s  %s  %s"
            .formatted(
                Moment.of(line.path("created_at")).minute(),
                Printable.of(Sentence.of(line)),
                Printable.of(line.path("ip").asText(""))));
  }
}
