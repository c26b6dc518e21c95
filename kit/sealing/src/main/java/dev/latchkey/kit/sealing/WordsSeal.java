package dev.latchkey.kit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.contracts.id.AccountId;
import jakarta.inject.Singleton;

/** Seals a person's own words that an event has to carry to notification-service. */
@Singleton
public final class WordsSeal {

  private static final String PURPOSE = "event.words";

  private final Sealing sealing;

  WordsSeal(@Messages Sealing sealing) {
    this.sealing = sealing;
  }

  /** The words as an event carries them; bound to the account. */
  public String seal(AccountId account, String words) {
    return sealing.seal(PURPOSE, account.toString(), words.getBytes(UTF_8));
  }

  /**
   * The words in the clear.
   *
   * @throws SealBroken when they were sealed for another account, or not by us
   */
  public String open(AccountId account, String sealed) {
    return new String(sealing.open(PURPOSE, account.toString(), sealed), UTF_8);
  }
}
