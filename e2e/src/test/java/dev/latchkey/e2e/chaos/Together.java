package dev.latchkey.e2e.chaos;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** What several people do side by side. */
final class Together {

  private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private Together() {}

  /** Does all of it; fails with the first failure, when all are done. */
  static void run(List<Runnable> doings) {
    var unused = get(doings.stream().map(Together::supplier).toList());
  }

  /** The same of what has a result. */
  static <T> List<T> get(List<Supplier<T>> doings) {
    var futures =
        doings.stream().map(doing -> CompletableFuture.supplyAsync(doing, THREADS)).toList();
    var all = CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    try {
      all.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case Error wrong -> throw wrong;
        case RuntimeException wrong -> throw wrong;
        case null, default -> throw e;
      }
    }
    return futures.stream().map(CompletableFuture::join).toList();
  }

  private static Supplier<Boolean> supplier(Runnable doing) {
    return () -> {
      doing.run();
      return true;
    };
  }
}
