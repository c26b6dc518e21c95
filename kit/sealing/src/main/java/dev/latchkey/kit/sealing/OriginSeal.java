package dev.latchkey.kit.sealing;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import jakarta.inject.Singleton;

/** Seals the origin of a change to notification-service; bound to the account it happened to. */
@Singleton
public final class OriginSeal {

  private static final String PURPOSE = "event.origin";

  private final SealedJson json;

  OriginSeal(@Messages Sealing sealing) {
    json = new SealedJson(sealing);
  }

  /** The origin as an event carries it. */
  public String seal(AccountId account, Origin origin) {
    return json.seal(PURPOSE, account.toString(), origin);
  }

  /**
   * The origin in the clear.
   *
   * @throws SealBroken when it was sealed for another account, or not by us
   */
  public Origin open(AccountId account, String sealed) {
    return json.open(PURPOSE, account.toString(), sealed, Origin.class);
  }
}
