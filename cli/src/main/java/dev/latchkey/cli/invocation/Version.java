package dev.latchkey.cli.invocation;

/** Which latch this is. */
public final class Version {

  private Version() {}

  /** The package's version; {@code dev} where it runs from class files. */
  public static String text() {
    var version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  /** As the list of sessions shows it. */
  public static String userAgent(String program) {
    return "%s/%s (%s)".formatted(program, text(), System.getProperty("os.name"));
  }
}
