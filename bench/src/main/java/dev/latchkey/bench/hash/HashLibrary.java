package dev.latchkey.bench.hash;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Who makes a bare hash of one lane: by JNA, and so by another way than auth-service. */
public enum HashLibrary {

  /** libargon2, the system's or else that of the argon2-jvm jar. */
  REFERENCE("the reference implementation") {
    @Override
    public Hash open() {
      var argon2 = Native.load("argon2", Reference.class);
      return (cost, password, salt, hash) ->
          argon2.argon2id_hash_raw(
              cost.iterations(),
              cost.memory(),
              1,
              password,
              new NativeLong(password.length),
              salt,
              new NativeLong(salt.length),
              hash,
              new NativeLong(hash.length));
    }
  },

  /** libsodium of the lazysodium jar, which takes what instructions the processor has. */
  SODIUM("libsodium") {
    @Override
    public Hash open() {
      try {
        var file = Native.extractFromResourcePath(resource(), HashLibrary.class.getClassLoader());
        var sodium = Native.load(file.getPath(), Sodium.class);
        if (sodium.sodium_init() < 0) {
          throw new IllegalStateException("libsodium does not start");
        }
        return (cost, password, salt, hash) ->
            sodium.crypto_pwhash(
                hash,
                hash.length,
                password,
                password.length,
                salt,
                cost.iterations(),
                new NativeLong(cost.memory() * KIB),
                ARGON2ID13);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  };

  private static final long KIB = 1024;

  /** crypto_pwhash_ALG_ARGON2ID13. */
  private static final int ARGON2ID13 = 2;

  private final String title;

  HashLibrary(String title) {
    this.title = title;
  }

  /** One lane; 0 when it worked. */
  @FunctionalInterface
  public interface Hash {
    int make(HashCost cost, byte[] password, byte[] salt, byte[] hash);
  }

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

  /** Two functions of sodium.h, under their own names. */
  interface Sodium extends Library {
    int sodium_init();

    int crypto_pwhash(
        byte[] hash,
        long hashLength,
        byte[] password,
        long passwordLength,
        byte[] salt,
        long iterations,
        NativeLong bytes,
        int algorithm);
  }

  /** Loads it. */
  public abstract Hash open();

  public String title() {
    return title;
  }

  /** As the jar names it. */
  private static String resource() {
    return Platform.isMac()
        ? (Platform.isARM() ? "/mac_arm/libsodium.dylib" : "/mac/libsodium.dylib")
        : (Platform.isARM() ? "/arm64/libsodium.so" : "/linux64/libsodium.so");
  }
}
