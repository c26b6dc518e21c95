package dev.latchkey.e2e.platform;

import dev.latchkey.e2e.person.PhoneOwner;
import dev.latchkey.e2e.person.Texted;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * People whose phone has had a text. Nobody gets two within a minute, and a class that waits for
 * the minute of its own people holds others up: so they are made ahead.
 */
final class TextedPeople {

  /** As many as a whole run asks for. */
  private static final int AT_ONCE = 7;

  /** The provider pretends nothing of it. */
  private static final String ENDING = "1001";

  private final Platform platform;
  private final Queue<Texted> ready = new ArrayDeque<>();

  TextedPeople(Platform platform) {
    this.platform = platform;
  }

  /** Makes some while others begin. */
  void ahead() {
    Thread.ofVirtual().start(this::make);
  }

  synchronized Texted next() {
    if (ready.isEmpty()) {
      make();
    }
    return ready.remove();
  }

  private synchronized void make() {
    for (int i = 0; i < AT_ONCE; i++) {
      ready.add(one());
    }
  }

  private Texted one() {
    var carol = platform.people().signedUp("carol");
    return Texted.confirming(PhoneOwner.of(platform.api(), carol), platform.phone(ENDING));
  }
}
