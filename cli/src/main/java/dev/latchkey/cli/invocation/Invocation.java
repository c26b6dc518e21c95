package dev.latchkey.cli.invocation;

import dev.latchkey.cli.credential.Credentials;
import dev.latchkey.cli.credential.Kept;
import dev.latchkey.cli.credential.Kept.Kind;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.platform.Api;
import dev.latchkey.cli.platform.PlatformUrl;
import dev.latchkey.cli.platform.Trust;
import dev.latchkey.cli.terminal.Screen;
import dev.latchkey.cli.terminal.Terminal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of the program: what a command needs to do its work. */
public final class Invocation implements AutoCloseable {

  private final Surroundings surroundings;
  private final Credentials credentials;
  private @Nullable Api api;

  public Invocation(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.credentials = Credentials.of(surroundings.environment(), surroundings.home());
  }

  public Screen screen() {
    return surroundings.screen();
  }

  public Terminal terminal() {
    return surroundings.terminal();
  }

  public Clock clock() {
    return surroundings.clock();
  }

  /** The person's home directory. */
  public Path home() {
    return surroundings.home();
  }

  public Credentials credentials() {
    return credentials;
  }

  /** The platform's public API. */
  public Api api() {
    if (api == null) {
      var trust = Trust.of(surroundings.variable("LATCHKEY_CA_FILE"));
      api = new Api(platform(), trust, Version.userAgent("latch"));
    }
    return api;
  }

  /** The name of this machine, for lists of sessions. */
  public String machine() {
    var name = surroundings.variable("HOSTNAME");
    return name.isEmpty() ? "latch" : "latch on " + name;
  }

  /** {@code LATCHKEY_URL}, else where somebody signed in last. */
  private PlatformUrl platform() {
    var told = surroundings.variable("LATCHKEY_URL");
    if (!told.isEmpty()) {
      return PlatformUrl.of(told);
    }
    return credentials
        .lastPlatform()
        .orElseThrow(() ->
            new Failure(
                ExitCode.USAGE,
                "latch_url",
                "Which platform? Set LATCHKEY_URL to its address, such as https://api.example.com."));
  }

  /** Whoever is signed in, with the means to ask for proofs. */
  public SignedIn signedIn() {
    return signedIn(kept().orElseThrow(Invocation::nobody));
  }

  /** The same for a sign-in that commands do not use any more. */
  public SignedIn signedIn(Kept kept) {
    return new SignedIn(this, kept);
  }

  /** The sign-in that commands use: {@code LATCHKEY_TOKEN} before what is kept. */
  public Optional<Kept> kept() {
    var token = surroundings.variable("LATCHKEY_TOKEN");
    return token.isEmpty()
        ? credentials.at(api().platform())
        : Optional.of(new Kept(api().platform(), "", Kind.BROUGHT, token, null));
  }

  @Override
  public void close() {
    if (api != null) {
      api.close();
    }
  }

  /** True when the environment decides who is signed in, and neither login nor logout can. */
  public boolean tokenFromEnvironment() {
    return !surroundings.variable("LATCHKEY_TOKEN").isEmpty();
  }

  private static Failure nobody() {
    return new Failure(
        ExitCode.SIGNED_OUT,
        "latch_signed_out",
        "You are not signed in. Sign in with: latch login");
  }
}
