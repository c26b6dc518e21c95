package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What holds for every command. */
class CommandsTest {

  /**
   * Every option that there is. None takes a password, a code or a token: ps shows those to all.
   */
  private static final Set<String> OPTIONS =
      Set.of(
          "--browser",
          "--description",
          "--exit-codes",
          "--expires-in",
          "--follow",
          "--help",
          "--json",
          "--lines",
          "--others",
          "--output",
          "--regenerate",
          "--scope",
          "--token-stdin",
          "--version");

  /** What can be given beside options: names of things, a number that is no secret, files. */
  private static final Set<String> PARAMETERS = Set.of("ID", "KEY", "FILE", "NUMBER", "SHELL");

  static CommandLine all() {
    var screen = Ran.nowhere();
    var clock = Clock.fixed(Ran.NOW, ZoneOffset.UTC);
    return Commands.all(
        new Invocation(
            new Surroundings(Map.of(), Path.of("/nowhere"), clock, Ran.nobody(), screen)));
  }

  static Stream<String> names() {
    return all().getSubcommands().keySet().stream();
  }

  static CommandLine command(String name) {
    return Objects.requireNonNull(all().getSubcommands().get(name), name);
  }

  @Test
  void there_are_commands() {
    assertThat(names()).hasSizeGreaterThan(25).contains("login", "2fa:phone:set");
  }

  @ParameterizedTest
  @CsvSource({
    "2fa phone set, 2fa:phone:set",
    "2fa phone set +4915112345678, 2fa:phone:set +4915112345678",
    "2fa:phone set, 2fa:phone:set",
    "2fa phone, 2fa:phone",
    "2fa phone --json, 2fa:phone --json",
    "2fa --json phone, 2fa --json phone",
    "2fa, 2fa",
    "2fa other, 2fa other",
    "authorizations create -d CI, authorizations:create -d CI",
    "keys add add, keys:add add",
    "password reset, password:reset",
    "login, login",
    "nobody knows, nobody knows",
    "--help, --help"
  })
  void the_words_of_a_command_may_stand_apart(String typed, String joined) {
    var words = Commands.joined(typed.split(" "));

    assertThat(String.join(" ", words)).isEqualTo(joined);
  }

  @Test
  void no_words_stay_none() {
    var words = Commands.joined();

    assertThat(words).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_command_is_described_and_is_called_what_it_is_called(String name) {
    var spec = command(name).getCommandSpec();

    assertThat(spec.name()).isEqualTo(name);
    assertThat(spec.usageMessage().description()).isNotEmpty();
    assertThat(spec.usageMessage().description()[0]).matches("[A-Z].*[.;]?");
    assertThat(spec.options()).allMatch(option -> option.description().length > 0);
    assertThat(spec.positionalParameters()).allMatch(each -> each.description().length > 0);
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_command_takes_json_and_no_secret(String name) {
    var spec = command(name).getCommandSpec();

    assertThat(spec.options())
        .extracting(OptionSpec::longestName)
        .contains("--json", "--help")
        .isSubsetOf(OPTIONS);
    assertThat(spec.positionalParameters())
        .allMatch(each -> PARAMETERS.contains(each.paramLabel()));
  }

  @Test
  void latch_itself_takes_no_secret() {
    assertThat(all().getCommandSpec().options())
        .extracting(OptionSpec::longestName)
        .isSubsetOf(OPTIONS);
  }
}
