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
  static String userAgent() {
    return "latch/%s (%s)".formatted(text(), System.getProperty("os.name"));
  }
}
