package dev.latchkey.auth.password;

import dev.latchkey.bench.hash.HashCost;
import dev.latchkey.bench.hash.HashLibrary;

/** libargon2, the reference implementation in C: a candidate that was not taken. */
final class ReferenceArgon2 implements Argon2 {

  private final HashLibrary.Hash reference = HashLibrary.REFERENCE.open();

  @Override
  public byte[] hash(Cost cost, byte[] password, byte[] salt) {
    var hash = new byte[HASH_BYTES];
    int error =
        reference.make(new HashCost(cost.memory(), cost.iterations()), password, salt, hash);
    if (error != 0 || cost.parallelism() != 1) {
      throw new IllegalStateException("libargon2 answers " + error);
    }
    return hash;
  }

  @Override
  public String name() {
    return HashLibrary.REFERENCE.title();
  }
}
