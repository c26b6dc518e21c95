package dev.latchkey.auth.password;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A library without memory: libsodium's two functions, in Java. */
class SodiumArgon2Test {

  private final Argon2 poor = new SodiumArgon2(library(), "poor");

  @Test
  void what_libsodium_has_no_memory_for_is_no_hash_of_zeros() {
    assertThatThrownBy(() -> poor.hash(new Argon2.Cost(19456, 2, 1), new byte[32], new byte[16]))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("no memory for a hash of 19456 KiB");
  }

  @Test
  void a_library_that_never_has_memory_is_not_taken() {
    assertThat(Argon2.proven(poor)).isFalse();
  }

  static int begin() {
    return 0;
  }

  static int hash(
      MemorySegment hash,
      long hashLength,
      MemorySegment password,
      long passwordLength,
      MemorySegment salt,
      long passes,
      long memory,
      int algorithm) {
    return -1;
  }

  private static SymbolLookup library() {
    return name ->
        Optional.of(
            name.equals("sodium_init")
                ? function("begin", FunctionDescriptor.of(JAVA_INT))
                : function(
                    "hash",
                    FunctionDescriptor.of(
                        JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG,
                        JAVA_LONG, JAVA_INT)));
  }

  private static MemorySegment function(String name, FunctionDescriptor descriptor) {
    try {
      var method =
          MethodHandles.lookup()
              .findStatic(SodiumArgon2Test.class, name, descriptor.toMethodType());
      return Linker.nativeLinker().upcallStub(method, descriptor, Arena.global());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
