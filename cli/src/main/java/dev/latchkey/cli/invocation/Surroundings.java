package dev.latchkey.cli.invocation;

import dev.latchkey.cli.terminal.Screen;
import dev.latchkey.cli.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** What a process finds around itself. */
public record Surroundings(
    Map<String, String> environment, Path home, Clock clock, Terminal terminal, Screen screen) {

  /** Those of this process. */
  public static Surroundings ofThisProcess() {
    var environment = System.getenv();
    var error = stream(FileDescriptor.err);
    var terminal = new Terminal(new FileInputStream(FileDescriptor.in), error);
    boolean terminalOut = System.console() != null;
    var screen = new Screen(stream(FileDescriptor.out), error, terminal, environment, terminalOut);
    // Java's user.home is the password database's, and HOME what people and tests move.
    var home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    // Without the zone, which takes long to read: who needs that asks for it.
    return new Surroundings(environment, home, Clock.systemUTC(), terminal, screen);
  }

  /** A variable that is set to something; empty otherwise. */
  public String variable(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  /** True for who mends a program and wants stacks. */
  public boolean debugging() {
    return !variable("LATCHKEY_DEBUG").isEmpty();
  }

  /** UTF-8 whatever the locale: a QR code is drawn with it. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
