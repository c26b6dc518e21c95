package dev.latchkey.kit.budget;

import io.vertx.mutiny.core.buffer.Buffer;
import java.util.Base64;

/**
 * What a counter is kept under: a keyed hash, so that no address and no account can be read in
 * Redis or in the table, nor guessed by hashing candidates.
 */
record BudgetKey(String text) {

  static BudgetKey of(byte[] mac) {
    return new BudgetKey(Base64.getUrlEncoder().withoutPadding().encodeToString(mac));
  }

  /** The key in Redis; in braces so that a cluster keeps it in one slot. */
  String inRedis() {
    return "budget:{" + text + "}";
  }

  Buffer inTable() {
    return Buffer.buffer(Base64.getUrlDecoder().decode(text));
  }
}
