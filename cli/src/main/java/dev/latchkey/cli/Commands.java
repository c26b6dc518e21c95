package dev.latchkey.cli;

import dev.latchkey.cli.apikey.ApiKey;
import dev.latchkey.cli.authorization.AuthorizationCreating;
import dev.latchkey.cli.authorization.AuthorizationRevoking;
import dev.latchkey.cli.authorization.AuthorizationRotating;
import dev.latchkey.cli.authorization.AuthorizationShowing;
import dev.latchkey.cli.authorization.AuthorizationUpdating;
import dev.latchkey.cli.authorization.Authorizations;
import dev.latchkey.cli.completion.Completion;
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
import dev.latchkey.cli.program.CommandTable;
import dev.latchkey.cli.program.Endings;
import dev.latchkey.cli.securitylog.SecurityLog;
import dev.latchkey.cli.session.SessionEnding;
import dev.latchkey.cli.session.Sessions;
import dev.latchkey.cli.twofactor.PhoneConfirming;
import dev.latchkey.cli.twofactor.PhoneRemoving;
import dev.latchkey.cli.twofactor.PhoneSetting;
import dev.latchkey.cli.twofactor.PhoneStatus;
import dev.latchkey.cli.twofactor.RecoveryCodes;
import dev.latchkey.cli.twofactor.TwoFactorDisabling;
import dev.latchkey.cli.twofactor.TwoFactorEnabling;
import dev.latchkey.cli.twofactor.TwoFactorStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/** All commands by name. */
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

  private static final CommandTable<Invocation> TABLE =
      new CommandTable<>(
          ALL,
          Root::new,
          Map.of("common", invocation -> new Common(invocation.screen())),
          Set.of("completion"));

  private Commands() {}

  /** Runs the command that the words name; how it ended. */
  static int run(Invocation invocation, Endings endings, String... words) {
    return TABLE.run(invocation, endings, words);
  }

  /** The whole command line. */
  static CommandLine all(Invocation invocation) {
    return TABLE.all(invocation);
  }

  /** With the words of one command joined. */
  static String[] joined(String... words) {
    return TABLE.joined(words);
  }
}
