package dev.latchkey.local.infra;

import dev.latchkey.local.infra.store.Store;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines on stdout, for people and for the parent process; the README has their grammar. */
final class Announcements {

  private final PrintStream out;

  Announcements(PrintStream out) {
    this.out = out;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void up(Store store, long millis) {
    say(
        String.format(
            Locale.ROOT,
            "%s is up on port %d (%.1f s)",
            store.name(),
            store.port(),
            millis / 1000.0));
  }

  void ready(Collection<Store> stores, long millis) {
    say(
        stores.stream().map(Announcements::address).collect(Collectors.joining(" ", "READY ", ""))
            + " millis="
            + millis);
  }

  void started(Store store) {
    say("STARTED " + address(store));
  }

  void stopped(Store store) {
    say("STOPPED " + store.name());
  }

  void died(Store store) {
    say("DIED " + store.name());
  }

  void failed(String message) {
    say("FAILED " + message.replace('\n', ' '));
  }

  private static String address(Store store) {
    return "%s=%d %s.pid=%d".formatted(store.name(), store.port(), store.name(), store.pid());
  }
}
