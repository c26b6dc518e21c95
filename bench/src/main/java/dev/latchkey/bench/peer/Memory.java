package dev.latchkey.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Memory of processes: their own and their share of what they have in common (Linux's Pss). */
final class Memory {

  private static final int KIB_A_MIB = 1024;

  private Memory() {}

  /** In MiB. */
  static long of(Collection<Long> processes) {
    return processes.stream().mapToLong(Memory::kib).sum() / KIB_A_MIB;
  }

  private static long kib(long process) {
    var file = Path.of("/proc", Long.toString(process), "smaps_rollup");
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (UncheckedIOException | IOException ended) {
      return 0;
    }
  }
}
