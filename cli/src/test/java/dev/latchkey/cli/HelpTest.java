package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {

  private static final int WIDEST = 100;

  /** A command as examples show it: up to a comment, a pipe or whatever closes it. */
  private static final Pattern EXAMPLE = Pattern.compile("\\blatch [^|<>#()`]+");

  @TempDir static Path home;

  @ParameterizedTest
  @MethodSource("dev.latchkey.cli.CommandsTest#names")
  void a_help_is_shown_and_no_wider_than_it_may_be(String name) {
    var ran = Ran.latch(home, Map.of(), name, "--help");

    assertThat(ran.code()).isZero();
    assertThat(ran.error()).isEmpty();
    assertThat(ran.out()).startsWith("Usage: latch " + name).contains("--json");
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= WIDEST);
  }

  @ParameterizedTest
  @CsvSource({"55, 55", "80, 80", "200, 100", "10, 55"})
  void the_help_is_as_wide_as_the_terminal(String columns, int widest) {
    var ran = Ran.latch(home, Map.of("COLUMNS", columns), "authorizations:create", "--help");

    assertThat(ran.out().lines()).allMatch(line -> line.length() <= widest);
  }

  @Test
  void the_help_of_everything_names_every_command_and_variable() {
    var ran = Ran.latch(home, Map.of(), "--help");

    assertThat(ran.code()).isZero();
    assertThat(CommandsTest.names()).allMatch(name -> ran.out().contains("\n  " + name + " "));
    assertThat(ran.out())
        .contains("LATCHKEY_URL", "LATCHKEY_TOKEN", "LATCHKEY_CA_FILE", "NO_COLOR");
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= WIDEST);
  }

  static Stream<String> examples() {
    return CommandsTest.names()
        .flatMap(name ->
            Arrays.stream(CommandsTest.command(name).getCommandSpec().usageMessage().footer()))
        .flatMap(line -> EXAMPLE.matcher(line).results().map(found -> found.group().strip()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_is_understood(String example) {
    var words = words(example);

    var parsed = CommandsTest.all().parseArgs(Commands.joined(words.toArray(String[]::new)));

    assertThat(parsed.hasSubcommand()).isTrue();
    assertThat(parsed.unmatched()).isEmpty();
  }

  /** As a shell takes it apart. */
  private static List<String> words(String line) {
    return Pattern.compile("\"([^\"]*)\"|(\\S+)")
        .matcher(line)
        .results()
        .skip(1)
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .toList();
  }

  @Test
  void there_are_examples() {
    assertThat(examples())
        .hasSizeGreaterThan(20)
        .contains("latch authorizations:update 3f2a91bc -d \"Codespaces of the team\"");
  }
}
