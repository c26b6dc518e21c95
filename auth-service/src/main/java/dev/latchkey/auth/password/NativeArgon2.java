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
import java.util.stream.Stream;

/**
 * libargon2 by the foreign-function API: the system's, which gets its security updates, else the
 * one in the argon2-jvm jar. For a native image the one call is registered in {@code
 * META-INF/native-image/dev.latchkey/auth-service/reachability-metadata.json}.
 */
final class NativeArgon2 implements Argon2 {

  private static final List<String> SYSTEM_NAMES =
      List.of(
          "libargon2.so.1",
          "libargon2.1.dylib",
          "/opt/homebrew/lib/libargon2.dylib",
          "/usr/local/lib/libargon2.dylib");

  private final MethodHandle argon2id;
  private final String name;

  private NativeArgon2(SymbolLookup library, String name) {
    // int argon2id_hash_raw(uint32_t t_cost, uint32_t m_cost, uint32_t parallelism,
    //     const void *pwd, size_t pwdlen, const void *salt, size_t saltlen,
    //     void *hash, size_t hashlen)
    argon2id =
        Linker.nativeLinker()
            .downcallHandle(
                library.findOrThrow("argon2id_hash_raw"),
                FunctionDescriptor.of(
                    JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG,
                    ADDRESS, JAVA_LONG));
    this.name = name;
  }

  /** The system's libargon2, where it has one. */
  static Optional<NativeArgon2> ofSystem() {
    return SYSTEM_NAMES.stream().map(NativeArgon2::load).flatMap(Optional::stream).findFirst();
  }

  /** The libargon2 of the argon2-jvm jar, where it has one for this platform. */
  static Optional<NativeArgon2> ofPackage() {
    try (var library = NativeArgon2.class.getClassLoader().getResourceAsStream(resource())) {
      if (library == null) {
        return Optional.empty();
      }
      // A folder of our own (mode 700): nobody can put another library in its place.
      var folder = Files.createTempDirectory("latchkey-argon2");
      var file = folder.resolve(System.mapLibraryName("argon2"));
      try {
        Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
        return load(file.toString());
      } finally {
        deleteIfPossible(file);
        deleteIfPossible(folder);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<NativeArgon2> load(String library) {
    try {
      return Optional.of(
          new NativeArgon2(SymbolLookup.libraryLookup(library, Arena.global()), library));
    } catch (IllegalArgumentException | NoSuchElementException | UnsupportedOperationException e) {
      // Not there, not loadable (a folder mounted noexec) or not libargon2: the next one, then.
      return Optional.empty();
    } catch (Error e) {
      if (withoutForeignFunctions(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** An executable that was built without foreign functions has an error of its own to say so. */
  private static boolean withoutForeignFunctions(Error said) {
    return ImageMode.current() == ImageMode.NATIVE_RUN && !(said instanceof VirtualMachineError);
  }

  private static String resource() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var machine = System.getProperty("os.arch", "");
    var folder =
        Stream.of("mac", "windows")
            .filter(system::startsWith)
            .findFirst()
            .map(found -> found.equals("mac") ? "darwin" : "win32")
            .orElse("linux");
    var processor = machine.equals("amd64") || machine.equals("x86_64") ? "x86-64" : machine;
    return folder + "-" + processor + "/" + System.mapLibraryName("argon2");
  }

  private static void deleteIfPossible(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // Windows holds a loaded library; it stays in the private folder.
      path.toFile().deleteOnExit();
    }
  }

  @Override
  public byte[] hash(Cost cost, byte[] password, byte[] salt) {
    try (var arena = Arena.ofConfined()) {
      var secret = arena.allocateFrom(JAVA_BYTE, password);
      var salting = arena.allocateFrom(JAVA_BYTE, salt);
      var hash = arena.allocate(HASH_BYTES);
      try {
        int error = call(cost, secret, salting, hash);
        if (error != 0) {
          throw new IllegalStateException("libargon2 answers " + error);
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
          argon2id.invokeExact(
              cost.iterations(),
              cost.memory(),
              cost.parallelism(),
              secret,
              secret.byteSize(),
              salt,
              salt.byteSize(),
              hash,
              hash.byteSize());
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("libargon2 cannot be called", e);
    }
  }

  @Override
  public String name() {
    return name;
  }
}
