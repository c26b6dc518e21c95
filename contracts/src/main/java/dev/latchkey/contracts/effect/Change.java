package dev.latchkey.contracts.effect;

import static dev.latchkey.contracts.effect.Fate.ENDS;
import static dev.latchkey.contracts.effect.Fate.NEW;
import static dev.latchkey.contracts.effect.Fate.STAYS;

/**
 * The table of effects: what a change to an account's security does to everything that already has
 * access. SSH keys stay in every row but the last. Changes that end nothing (recovery codes, phone)
 * have no row.
 */
public enum Change {
  TWO_FACTOR_ENABLED(STAYS, ENDS, NEW, STAYS, STAYS, ENDS),
  TWO_FACTOR_DISABLED(STAYS, ENDS, NEW, STAYS, ENDS, ENDS),
  TWO_FACTOR_REPLACED(STAYS, ENDS, NEW, STAYS, STAYS, ENDS),
  PASSWORD_CHANGED(STAYS, ENDS, NEW, STAYS, STAYS, ENDS),
  PASSWORD_RESET(ENDS, ENDS, NEW, ENDS, STAYS, ENDS),
  SESSIONS_ENDED(STAYS, ENDS, STAYS, STAYS, STAYS, STAYS),
  ACCOUNT_CLOSED(ENDS, ENDS, ENDS, ENDS, ENDS, ENDS);

  private final Fate thisSession;
  private final Fate otherSignIns;
  private final Fate apiKey;
  private final Fate authorizations;
  private final Fate recovery;
  private final Fate devices;

  Change(
      Fate thisSession,
      Fate otherSignIns,
      Fate apiKey,
      Fate authorizations,
      Fate recovery,
      Fate devices) {
    this.thisSession = thisSession;
    this.otherSignIns = otherSignIns;
    this.apiKey = apiKey;
    this.authorizations = authorizations;
    this.recovery = recovery;
    this.devices = devices;
  }

  /** The session that made the change. */
  public Fate thisSession() {
    return thisSession;
  }

  /**
   * Other sessions, login authorizations and half-finished sign-ins: all that carries the epoch.
   */
  public Fate otherSignIns() {
    return otherSignIns;
  }

  /** The API key and what was minted with it. */
  public Fate apiKey() {
    return apiKey;
  }

  /** Explicit, standing authorizations. */
  public Fate authorizations() {
    return authorizations;
  }

  /** Recovery phone and recovery codes. */
  public Fate recovery() {
    return recovery;
  }

  /** Devices that are known from a full sign-in. */
  public Fate devices() {
    return devices;
  }
}
