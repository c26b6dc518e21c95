package dev.latchkey.auth.cascade;

import dev.latchkey.auth.epoch.Standing;

/** A cut that was made: the receipt, and what the account lets live from the commit on. */
public record CutOutcome(Receipt receipt, Standing standing) {}
