package dev.latchkey.mfa.recoverycode;

import java.util.List;

/** What came of asking for recovery codes. */
sealed interface RecoveryCodesOutcome {

  /** Here they are. */
  record Shown(List<RecoveryCode> codes) implements RecoveryCodesOutcome {

    public Shown {
      codes = List.copyOf(codes);
    }

    /** As people write them down. */
    List<String> texts() {
      return codes.stream().map(RecoveryCode::shown).toList();
    }
  }

  /** They are kept so that nobody can look at them; so many are left. */
  record CountOnly(int left) implements RecoveryCodesOutcome {}

  /** Two-factor is off, so there are none. */
  record NotOn() implements RecoveryCodesOutcome {}

  /** Two-factor is on, and who asks has not shown the second factor lately. */
  record FactorNeeded() implements RecoveryCodesOutcome {}

  /** Somebody changed the account meanwhile; nothing was done. */
  record AccountChanged() implements RecoveryCodesOutcome {}
}
