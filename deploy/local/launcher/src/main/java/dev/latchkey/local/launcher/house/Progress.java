package dev.latchkey.local.launcher.house;

import java.io.PrintStream;
import java.util.Locale;

/** Says line by line how far it is, with the seconds since the start. */
public final class Progress {

  private static final double NANOS = 1e9;

  private final PrintStream out;
  private final long begun = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  public void say(String line) {
    out.println(String.format(Locale.ROOT, "[%6.1f s] %s", seconds(), line));
    out.flush();
  }

  /** Something that people copy: without seconds before it. */
  public void show(String lines) {
    out.println(lines);
    out.flush();
  }

  public double seconds() {
    return (System.nanoTime() - begun) / NANOS;
  }
}
