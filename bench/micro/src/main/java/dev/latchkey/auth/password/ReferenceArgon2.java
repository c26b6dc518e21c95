package dev.latchkey.auth.password;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;

/** libargon2, the reference implementation in C, by JNA: a candidate that was not taken. */
final class ReferenceArgon2 implements Argon2 {

  private final Reference reference = Native.load("argon2", Reference.class);

  /** One function of argon2.h, under its own name. */
  interface Reference extends Library {
    int argon2id_hash_raw(
        int iterations,
        int memory,
        int lanes,
        byte[] password,
        NativeLong passwordLength,
        byte[] salt,
        NativeLong saltLength,
        byte[] hash,
        NativeLong hashLength);
  }

  @Override
  public byte[] hash(Cost cost, byte[] password, byte[] salt) {
    var hash = new byte[HASH_BYTES];
    int error =
        reference.argon2id_hash_raw(
            cost.iterations(),
            cost.memory(),
            cost.parallelism(),
            password,
            new NativeLong(password.length),
            salt,
            new NativeLong(salt.length),
            hash,
            new NativeLong(hash.length));
    if (error != 0) {
      throw new IllegalStateException("libargon2 answers " + error);
    }
    return hash;
  }

  @Override
  public String name() {
    return "libargon2";
  }
}
