package dev.latchkey.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Processor time of each thread of some processes so far, in nanoseconds: Linux's schedstat.
 *
 * @param compilers which of the threads compile a JVM's code
 */
public record CpuTime(Map<String, Long> threads, Set<String> compilers) {

  /** C1 and C2, as HotSpot calls their threads, cut off by the kernel after 15 letters. */
  private static final String COMPILER = "C\\d CompilerThre";

  public static CpuTime of(Collection<Long> processes) {
    var threads = new HashMap<String, Long>();
    var compilers = new HashSet<String>();
    for (var process : processes) {
      try (Stream<Path> tasks = Files.list(Path.of("/proc", process.toString(), "task"))) {
        tasks.forEach(task -> read(task, threads, compilers));
      } catch (NoSuchFileException ended) {
        // A connection that was closed: what it did before is lost, and small.
        continue;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new CpuTime(Map.copyOf(threads), Set.copyOf(compilers));
  }

  /** What was used since then. */
  public long since(CpuTime before) {
    return threads.keySet().stream().mapToLong(thread -> since(before, thread)).sum();
  }

  /** The part of it that went into compiling. */
  public long compilingSince(CpuTime before) {
    return compilers.stream().mapToLong(thread -> since(before, thread)).sum();
  }

  /** The same by process; one that used nothing is not in it. */
  public Map<Long, Long> sinceByProcess(CpuTime before) {
    var nanos = new HashMap<Long, Long>();
    for (var thread : threads.keySet()) {
      long used = since(before, thread);
      if (used > 0) {
        nanos.merge(process(thread), used, Long::sum);
      }
    }
    return nanos;
  }

  private long since(CpuTime before, String thread) {
    return threads.getOrDefault(thread, 0L) - before.threads.getOrDefault(thread, 0L);
  }

  private static long process(String thread) {
    return Long.parseLong(Path.of(thread).getName(1).toString());
  }

  private static void read(Path task, Map<String, Long> threads, Set<String> compilers) {
    try {
      var running = Files.readString(task.resolve("schedstat")).split(" ", 2)[0];
      threads.put(task.toString(), Long.parseLong(running));
      if (Files.readString(task.resolve("comm")).strip().matches(COMPILER)) {
        compilers.add(task.toString());
      }
    } catch (NoSuchFileException ended) {
      threads.remove(task.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
