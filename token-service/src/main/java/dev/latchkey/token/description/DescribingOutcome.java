package dev.latchkey.token.description;

import dev.latchkey.token.authorization.Authorization;

/** What became of the wish to describe an authorization. */
sealed interface DescribingOutcome {

  /** It is described so. */
  record Described(Authorization authorization) implements DescribingOutcome {}

  /** There is no such live authorization of this account. */
  record Missing() implements DescribingOutcome {}

  /** The account's security changed since the edge looked at the credential. */
  record EpochPassed() implements DescribingOutcome {}
}
