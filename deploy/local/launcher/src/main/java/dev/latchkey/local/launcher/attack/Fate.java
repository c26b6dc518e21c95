package dev.latchkey.local.launcher.attack;

/** What became of a test in a run. The later one is the worse one. */
enum Fate {
  /** Nothing of its module was tested: whoever tests one module alone did not ask for it. */
  MODULE_NOT_TESTED("its module was not tested"),

  PASSED("passed"),

  /** Skipped, or not there although others of its module are. */
  NOT_RUN("NOT RUN"),

  FAILED("FAILED");

  private final String text;

  Fate(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  static Fate worse(Fate one, Fate other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
