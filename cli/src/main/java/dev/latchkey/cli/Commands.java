package dev.latchkey.cli;

import dev.latchkey.cli.apikey.ApiKey;
import dev.latchkey.cli.authorization.AuthorizationCreating;
import dev.latchkey.cli.authorization.AuthorizationRevoking;
import dev.latchkey.cli.authorization.AuthorizationRotating;
import dev.latchkey.cli.authorization.AuthorizationShowing;
import dev.latchkey.cli.authorization.AuthorizationUpdating;
import dev.latchkey.cli.authorization.Authorizations;
import dev.latchkey.cli.completion.Completion;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Common;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.key.KeyAdding;
import dev.latchkey.cli.key.KeyRemoving;
import dev.latchkey.cli.key.Keys;
import dev.latchkey.cli.login.Login;
import dev.latchkey.cli.login.Logout;
import dev.latchkey.cli.login.SignUp;
import dev.latchkey.cli.login.Verify;
import dev.latchkey.cli.login.WhoAmI;
import dev.latchkey.cli.password.PasswordChanging;
import dev.latchkey.cli.password.PasswordReset;
import dev.latchkey.cli.securitylog.SecurityLog;
import dev.latchkey.cli.session.SessionEnding;
import dev.latchkey.cli.session.Sessions;
import dev.latchkey.cli.terminal.Style;
import dev.latchkey.cli.twofactor.PhoneConfirming;
import dev.latchkey.cli.twofactor.PhoneRemoving;
import dev.latchkey.cli.twofactor.PhoneSetting;
import dev.latchkey.cli.twofactor.PhoneStatus;
import dev.latchkey.cli.twofactor.RecoveryCodes;
import dev.latchkey.cli.twofactor.TwoFactorDisabling;
import dev.latchkey.cli.twofactor.TwoFactorEnabling;
import dev.latchkey.cli.twofactor.TwoFactorStatus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/**
 * All commands by name. Only the one that is called is made: reading the annotations of thirty
 * classes takes longer than most commands.
 */
final class Commands {

  private static final Map<String, Function<Invocation, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("login", Login::new);
    ALL.put("logout", Logout::new);
    ALL.put("whoami", WhoAmI::new);
    ALL.put("signup", SignUp::new);
    ALL.put("verify", Verify::new);
    ALL.put("2fa", TwoFactorStatus::new);
    ALL.put("2fa:enable", TwoFactorEnabling::new);
    ALL.put("2fa:disable", TwoFactorDisabling::new);
    ALL.put("2fa:recovery-codes", RecoveryCodes::new);
    ALL.put("2fa:phone", PhoneStatus::new);
    ALL.put("2fa:phone:set", PhoneSetting::new);
    ALL.put("2fa:phone:confirm", PhoneConfirming::new);
    ALL.put("2fa:phone:remove", PhoneRemoving::new);
    ALL.put("authorizations", Authorizations::new);
    ALL.put("authorizations:create", AuthorizationCreating::new);
    ALL.put("authorizations:info", AuthorizationShowing::new);
    ALL.put("authorizations:update", AuthorizationUpdating::new);
    ALL.put("authorizations:rotate", AuthorizationRotating::new);
    ALL.put("authorizations:revoke", AuthorizationRevoking::new);
    ALL.put("sessions", Sessions::new);
    ALL.put("sessions:end", SessionEnding::new);
    ALL.put("api-key", ApiKey::new);
    ALL.put("keys", Keys::new);
    ALL.put("keys:add", KeyAdding::new);
    ALL.put("keys:remove", KeyRemoving::new);
    ALL.put("password", PasswordChanging::new);
    ALL.put("password:reset", PasswordReset::new);
    ALL.put("log", SecurityLog::new);
    ALL.put("completion", Completion::new);
  }

  private static final Set<String> HELP = Set.of("-h", "--help");

  private Commands() {}

  /** Runs the command that the words name; how it ended. */
  static int run(Invocation invocation, String... words) {
    var joined = joined(words);
    var name = joined.length == 0 ? "" : joined[0];
    // Completion knows all the others.
    boolean alone = ALL.containsKey(name) && !name.equals("completion");
    return alone
        ? prepared(one(invocation, name).setCommandName("latch " + name), invocation, words)
            .execute(Arrays.copyOfRange(joined, 1, joined.length))
        : prepared(all(invocation), invocation, words).execute(joined);
  }

  /** The whole command line: for the help, and for what is no command. */
  static CommandLine all(Invocation invocation) {
    var line = new CommandLine(new Root(invocation));
    ALL.keySet().forEach(name -> line.addSubcommand(name, one(invocation, name)));
    return line;
  }

  private static CommandLine one(Invocation invocation, String name) {
    var command = Objects.requireNonNull(ALL.get(name)).apply(invocation);
    var common = CommandSpec.forAnnotatedObject(new Common(invocation.screen()));
    var line = new CommandLine(command);
    line.getCommandSpec().addMixin("common", common);
    return line;
  }

  private static CommandLine prepared(CommandLine line, Invocation invocation, String... words) {
    var screen = invocation.screen();
    line.setExecutionExceptionHandler((bug, command, parsed) ->
        bug instanceof Failure failure
            ? Latch.end(screen, failure)
            : Latch.broken(screen, bug, invocation.debugging()));
    line.setParameterExceptionHandler((wrong, typed) -> Latch.misunderstood(screen, wrong));
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
  static String[] joined(String... words) {
    int used = 1;
    var name = words.length == 0 ? "" : words[0];
    while (used < words.length && ALL.containsKey(name + ":" + words[used])) {
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
