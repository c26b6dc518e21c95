package dev.latchkey.cli.program;

import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.terminal.Style;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A program's commands by name. Only the one that is called is made: reading the annotations of
 * thirty classes takes longer than most commands.
 *
 * @param <R> one run of the program, with which its commands are made
 */
public final class CommandTable<R> {

  private static final Set<String> HELP = Set.of("-h", "--help");

  private final Map<String, Function<R, Object>> commands;
  private final Function<R, Object> root;
  private final Map<String, Function<R, Object>> common;
  private final Set<String> knowing;

  /**
   * @param commands by their names, in the order of the help
   * @param root the program without a command
   * @param common options that every command has
   * @param knowing commands that know all the others
   */
  public CommandTable(
      Map<String, Function<R, Object>> commands,
      Function<R, Object> root,
      Map<String, Function<R, Object>> common,
      Set<String> knowing) {
    this.commands = commands;
    this.root = root;
    this.common = common;
    this.knowing = knowing;
  }

  /** Runs the command that the words name; how it ended. */
  public int run(R run, Endings endings, String... words) {
    var joined = joined(words);
    var name = joined.length == 0 ? "" : joined[0];
    boolean alone = commands.containsKey(name) && !knowing.contains(name);
    return alone
        ? prepared(one(run, name).setCommandName(endings.program() + " " + name), endings, words)
            .execute(Arrays.copyOfRange(joined, 1, joined.length))
        : prepared(all(run), endings, words).execute(joined);
  }

  /** The whole command line: for the help, and for what is no command. */
  public CommandLine all(R run) {
    var line = new CommandLine(root.apply(run));
    commands.keySet().forEach(name -> line.addSubcommand(name, one(run, name)));
    return line;
  }

  private CommandLine one(R run, String name) {
    var line = new CommandLine(Objects.requireNonNull(commands.get(name)).apply(run));
    common.forEach((mixin, options) ->
        line.getCommandSpec().addMixin(mixin, CommandSpec.forAnnotatedObject(options.apply(run))));
    return line;
  }

  private static CommandLine prepared(CommandLine line, Endings endings, String... words) {
    var screen = endings.screen();
    line.setExecutionExceptionHandler((bug, command, parsed) ->
        bug instanceof Failure failure ? endings.end(failure) : endings.broken(bug));
    line.setParameterExceptionHandler((wrong, typed) -> endings.misunderstood(wrong));
    line.setOut(screen.writer());
    var ansi = screen.style() == Style.PLAIN ? Help.Ansi.OFF : Help.Ansi.ON;
    line.setColorScheme(Help.defaultColorScheme(ansi));
    if (words.length == 0 || Arrays.stream(words).anyMatch(HELP::contains)) {
      // The terminal is asked for its width by another process: only when it matters.
      line.setUsageHelpWidth(Math.clamp(screen.columns(), 55, 100));
    }
    return line;
  }

  /** With the words of one command joined: {@code 2fa phone set} is {@code 2fa:phone:set}. */
  public String[] joined(String... words) {
    int used = 1;
    var name = words.length == 0 ? "" : words[0];
    while (used < words.length && commands.containsKey(name + ":" + words[used])) {
      name = name + ":" + words[used];
      used++;
    }
    if (used == 1) {
      return words;
    }
    var joined = Arrays.copyOfRange(words, used - 1, words.length);
    joined[0] = name;
    return joined;
  }
}
