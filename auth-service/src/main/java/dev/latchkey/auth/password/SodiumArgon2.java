package dev.latchkey.auth.password;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.quarkus.runtime.ImageMode;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * libsodium by the foreign-function API: the system's, which gets its security updates, else the
 * one in the lazysodium jar. It takes the widest instructions that the processor has (AVX-512,
 * AVX2, SSSE3), which a libargon2 from a package does not: half the time. For a native image its
 * two calls are registered in {@code
 * META-INF/native-image/dev.latchkey/auth-service/reachability-metadata.json}.
 */
final class SodiumArgon2 implements Argon2 {

  private static final List<String> SYSTEM_NAMES =
      List.of(
          "libsodium.so.26",
          "libsodium.so.23",
          "libsodium.26.dylib",
          "libsodium.23.dylib",
          "/opt/homebrew/lib/libsodium.dylib",
          "/usr/local/lib/libsodium.dylib");

  /** crypto_pwhash_ALG_ARGON2ID13. */
  private static final int ARGON2ID13 = 2;

  private static final long KIB = 1024;

  private final MethodHandle pwhash;
  private final JavaArgon2 severalLanes = new JavaArgon2();
  private final String name;

  SodiumArgon2(SymbolLookup library, String name) {
    // int sodium_init(void)
    begin(handle(library, "sodium_init", FunctionDescriptor.of(JAVA_INT)));
    // int crypto_pwhash(unsigned char * const out, unsigned long long outlen,
    //     const char * const passwd, unsigned long long passwdlen,
    //     const unsigned char * const salt,
    //     unsigned long long opslimit, size_t memlimit, int alg)
    pwhash =
        handle(
            library,
            "crypto_pwhash",
            FunctionDescriptor.of(
                JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG,
                JAVA_INT));
    this.name = name;
  }

  /** The system's libsodium, where it has one. */
  static Optional<SodiumArgon2> ofSystem(Consumer<String> why) {
    return SYSTEM_NAMES.stream().map(name -> load(name, why)).flatMap(Optional::stream).findFirst();
  }

  /** The libsodium of the lazysodium jar, where it has one for this platform. */
  static Optional<SodiumArgon2> ofPackage(Consumer<String> why) {
    try (var library = SodiumArgon2.class.getClassLoader().getResourceAsStream(resource())) {
      if (library == null) {
        why.accept("no " + resource() + " in the package");
        return Optional.empty();
      }
      // A folder of our own (mode 700): nobody can put another library in its place.
      var folder = Files.createTempDirectory("latchkey-sodium");
      var file = folder.resolve(System.mapLibraryName("sodium"));
      try {
        Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
        return load(file.toString(), why);
      } finally {
        deleteIfPossible(file);
        deleteIfPossible(folder);
      }
    } catch (IOException e) {
      why.accept(e.toString());
      return Optional.empty();
    }
  }

  private static Optional<SodiumArgon2> load(String library, Consumer<String> why) {
    try {
      return Optional.of(
          new SodiumArgon2(SymbolLookup.libraryLookup(library, Arena.global()), library));
    } catch (IllegalArgumentException
        | NoSuchElementException
        | UnsupportedOperationException
        | IllegalCallerException e) {
      // Not there, not loadable (a folder mounted noexec), not libsodium, or native access is
      // denied: the next one, then.
      why.accept(e.toString());
      return Optional.empty();
    } catch (Error e) {
      if (withoutForeignFunctions(e)) {
        why.accept(e.toString());
        return Optional.empty();
      }
      throw e;
    }
  }

  /** An executable that was built without foreign functions has an error of its own to say so. */
  private static boolean withoutForeignFunctions(Error said) {
    return ImageMode.current() == ImageMode.NATIVE_RUN && !(said instanceof VirtualMachineError);
  }

  /** As the jar names them. */
  private static String resource() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean arm = System.getProperty("os.arch", "").equals("aarch64");
    var folder =
        system.startsWith("mac")
            ? (arm ? "mac_arm" : "mac")
            : system.startsWith("windows") ? "windows64" : (arm ? "arm64" : "linux64");
    var file = system.startsWith("windows") ? "libsodium.dll" : System.mapLibraryName("sodium");
    return folder + "/" + file;
  }

  private static void deleteIfPossible(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // Windows holds a loaded library; it stays in the private folder.
      path.toFile().deleteOnExit();
    }
  }

  private static MethodHandle handle(
      SymbolLookup library, String function, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(function), descriptor);
  }

  /** Has the library look at the processor. Without, it takes plain code. */
  private static void begin(MethodHandle init) {
    try {
      if ((int) init.invokeExact() < 0) {
        throw new IllegalArgumentException("libsodium does not start");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("libsodium cannot be called", e);
    }
  }

  @Override
  public byte[] hash(Cost cost, byte[] password, byte[] salt) {
    if (salt.length != SALT_BYTES) {
      // It would read on behind a shorter one.
      throw new IllegalArgumentException("a salt of " + salt.length + " bytes");
    }
    if (cost.parallelism() != 1) {
      return severalLanes.hash(cost, password, salt);
    }
    try (var arena = Arena.ofConfined()) {
      var salting = arena.allocateFrom(JAVA_BYTE, salt);
      var hash = arena.allocate(HASH_BYTES);
      // The last: from here on nothing leaves before it is wiped.
      var secret = arena.allocateFrom(JAVA_BYTE, password);
      try {
        if (call(cost, secret, salting, hash) != 0) {
          // Within the bounds of Cost it has no other reason. The arena says it by the same error.
          throw new OutOfMemoryError("no memory for a hash of " + cost.memory() + " KiB");
        }
        return hash.toArray(JAVA_BYTE);
      } finally {
        secret.fill((byte) 0);
        hash.fill((byte) 0);
      }
    }
  }

  private int call(Cost cost, MemorySegment secret, MemorySegment salt, MemorySegment hash) {
    try {
      return (int)
          pwhash.invokeExact(
              hash,
              hash.byteSize(),
              secret,
              secret.byteSize(),
              salt,
              (long) cost.iterations(),
              cost.memory() * KIB,
              ARGON2ID13);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("libsodium cannot be called", e);
    }
  }

  @Override
  public String name() {
    return name;
  }
}
