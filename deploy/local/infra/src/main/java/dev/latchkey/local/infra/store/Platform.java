package dev.latchkey.local.infra.store;

import java.util.Locale;

/** The machine, in the words that package builders use. */
public enum Platform {
  LINUX_AMD64,
  LINUX_ARM64,
  DARWIN_AMD64,
  DARWIN_ARM64;

  /** The one that this program runs on. */
  public static Platform current() throws StoreFailed {
    var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var cpu = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    boolean arm = cpu.equals("aarch64");
    boolean intel = cpu.equals("amd64") || cpu.equals("x86_64");
    if ((arm || intel) && os.equals("linux")) {
      return arm ? LINUX_ARM64 : LINUX_AMD64;
    }
    if ((arm || intel) && os.startsWith("mac")) {
      return arm ? DARWIN_ARM64 : DARWIN_AMD64;
    }
    throw new StoreFailed("no PostgreSQL and Redis are packaged for " + os + " on " + cpu);
  }

  /** {@code linux} or {@code darwin}. */
  public String os() {
    return name().substring(0, name().indexOf('_')).toLowerCase(Locale.ROOT);
  }

  /** {@code amd64} or {@code arm64}. */
  public String cpu() {
    return name().substring(name().indexOf('_') + 1).toLowerCase(Locale.ROOT);
  }
}
