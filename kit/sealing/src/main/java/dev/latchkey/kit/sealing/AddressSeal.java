package dev.latchkey.kit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.contracts.id.AccountId;
import jakarta.inject.Singleton;

/**
 * Seals a mail address that an event has to carry to notification-service; bound to the account.
 */
@Singleton
public final class AddressSeal {

  private static final String PURPOSE = "event.address";

  private final Sealing sealing;

  AddressSeal(@Messages Sealing sealing) {
    this.sealing = sealing;
  }

  /** The address as an event carries it. */
  public String seal(AccountId account, String address) {
    return sealing.seal(PURPOSE, account.toString(), address.getBytes(UTF_8));
  }

  /**
   * The address in the clear.
   *
   * @throws SealBroken when it was sealed for another account, or not by us
   */
  public String open(AccountId account, String sealed) {
    return new String(sealing.open(PURPOSE, account.toString(), sealed), UTF_8);
  }
}
