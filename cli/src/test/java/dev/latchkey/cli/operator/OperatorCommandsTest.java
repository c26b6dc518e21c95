package dev.latchkey.cli.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.Ran;
import dev.latchkey.cli.invocation.Surroundings;
import dev.latchkey.cli.operator.inside.Operator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What holds for every command. */
class OperatorCommandsTest {

  private static final int WIDEST = 100;

  /** None takes a secret: ps shows those to all. A key is given by its file. */
  private static final Set<String> OPTIONS =
      Set.of("--all", "--help", "--json", "--key", "--service", "--yes");

  @TempDir static Path home;

  private static CommandLine all() {
    var screen = Ran.nowhere();
    var clock = Clock.fixed(Ran.NOW, ZoneOffset.UTC);
    return OperatorCommands.TABLE.all(
        new Operator(new Surroundings(Map.of(), Path.of("/nowhere"), clock, Ran.nobody(), screen)));
  }

  static Stream<String> names() {
    return all().getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_command_takes_json_and_no_secret(String name) {
    var spec = Objects.requireNonNull(all().getSubcommands().get(name)).getCommandSpec();

    assertThat(spec.name()).isEqualTo(name);
    assertThat(spec.options())
        .extracting(OptionSpec::longestName)
        .contains("--json", "--help", "--key")
        .isSubsetOf(OPTIONS);
    assertThat(spec.positionalParameters()).allMatch(each -> each.paramLabel().equals("ACCOUNT"));
    assertThat(spec.args()).allMatch(each -> each.description().length > 0);
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_help_says_that_the_use_is_logged_and_has_examples_that_work(String name) {
    var ran = Ran.latchOperator(home, Map.of(), name, "--help");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("Usage: latch-operator " + name).contains("--json", "log");
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= WIDEST);
    var spec = Objects.requireNonNull(all().getSubcommands().get(name)).getCommandSpec();
    assertThat(spec.usageMessage().footer())
        .isNotEmpty()
        .allSatisfy(example -> {
          var words = example.strip().split(" ");
          var parsed = all().parseArgs(Arrays.copyOfRange(words, 1, words.length));
          assertThat(parsed.subcommand().commandSpec().name()).isEqualTo(name);
        });
  }

  @Test
  void the_help_of_everything_names_every_command() {
    var ran = Ran.latchOperator(home, Map.of(), "--help");

    assertThat(names()).hasSize(11).allMatch(name -> ran.out().contains("\n  " + name + " "));
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= WIDEST);
  }
}
