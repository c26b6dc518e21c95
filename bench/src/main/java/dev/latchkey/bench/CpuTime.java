package dev.latchkey.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Processor time of each thread of some processes so far, in nanoseconds: Linux's schedstat. */
public record CpuTime(Map<String, Long> threads) {

  public static CpuTime of(Collection<Long> processes) {
    var threads = new HashMap<String, Long>();
    for (var process : processes) {
      try (Stream<Path> tasks = Files.list(Path.of("/proc", process.toString(), "task"))) {
        tasks.forEach(task -> read(task, threads));
      } catch (NoSuchFileException ended) {
        // A connection that was closed: what it did before is lost, and small.
        continue;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new CpuTime(Map.copyOf(threads));
  }

  /** What was used since then. */
  public long since(CpuTime before) {
    return threads.entrySet().stream()
        .mapToLong(thread -> thread.getValue() - before.threads.getOrDefault(thread.getKey(), 0L))
        .sum();
  }

  /** The same by process; one that used nothing is not in it. */
  public Map<Long, Long> sinceByProcess(CpuTime before) {
    var nanos = new HashMap<Long, Long>();
    threads.forEach((thread, now) -> {
      long used = now - before.threads.getOrDefault(thread, 0L);
      if (used > 0) {
        nanos.merge(process(thread), used, Long::sum);
      }
    });
    return nanos;
  }

  private static long process(String thread) {
    return Long.parseLong(Path.of(thread).getName(1).toString());
  }

  private static void read(Path task, Map<String, Long> threads) {
    try {
      var running = Files.readString(task.resolve("schedstat")).split(" ", 2)[0];
      threads.put(task.toString(), Long.parseLong(running));
    } catch (NoSuchFileException ended) {
      threads.remove(task.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
