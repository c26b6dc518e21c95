package dev.latchkey.local.infra;

import dev.latchkey.local.infra.kafka.Kafka;
import dev.latchkey.local.infra.mail.MailboxThatSendsNothing;
import dev.latchkey.local.infra.postgres.Postgres;
import dev.latchkey.local.infra.redis.Redis;
import dev.latchkey.local.infra.sms.SmsProviderThatSendsNothing;
import dev.latchkey.local.infra.store.PortTaken;
import dev.latchkey.local.infra.store.Store;
import dev.latchkey.local.infra.store.StoreFailed;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The servers of one run. */
final class Stores {

  private final List<Store> stores;
  private final Announcements announcements;

  Stores(
      Arguments asked,
      Optional<String> password,
      String twilioToken,
      Optional<URI> platform,
      Announcements announcements) {
    this.announcements = announcements;
    var directory = asked.directory();
    var programs = asked.programs();
    stores = new ArrayList<>();
    if (asked.stores().contains("postgres")) {
      stores.add(new Postgres(directory, programs, asked.port("postgres"), asked.keep(), password));
    }
    if (asked.stores().contains("redis")) {
      stores.add(new Redis(directory, programs, asked.port("redis"), asked.keep()));
    }
    if (asked.stores().contains("kafka")) {
      stores.add(new Kafka(directory, asked.port("kafka")));
    }
    if (asked.stores().contains("mail")) {
      stores.add(new MailboxThatSendsNothing(directory, asked.port("mail")));
    }
    if (asked.stores().contains("sms")) {
      stores.add(
          new SmsProviderThatSendsNothing(directory, asked.port("sms"), twilioToken, platform));
    }
  }

  List<Store> all() {
    return List.copyOf(stores);
  }

  Optional<Store> named(String name) {
    return stores.stream().filter(store -> store.name().equals(name)).findFirst();
  }

  /** Starts all side by side; fails with the first that fails, whatever the others do. */
  void start() throws PortTaken, StoreFailed, InterruptedException {
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    var starts = new ExecutorCompletionService<Store>(threads);
    for (var store : stores) {
      var unused =
          starts.submit(() -> {
            start(store);
            return store;
          });
    }
    for (int i = 0; i < stores.size(); i++) {
      finished(starts.take());
    }
  }

  private static void finished(Future<Store> start)
      throws PortTaken, StoreFailed, InterruptedException {
    try {
      start.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case PortTaken taken -> throw taken;
        case StoreFailed failed -> throw failed;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /** Stops all side by side. */
  void stop() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      stores.forEach(store -> threads.execute(store::stop));
    }
  }

  /** Starts one and says so; from then on its violent death is announced. */
  void start(Store store) throws PortTaken, StoreFailed, InterruptedException {
    var begin = System.nanoTime();
    announcements.say("starting " + store.name());
    store.start();
    announcements.up(store, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    watch(store, store.pid());
  }

  private void watch(Store store, long pid) {
    if (pid == ProcessHandle.current().pid()) {
      return;
    }
    var unused =
        ProcessHandle.of(pid)
            .orElseThrow()
            .onExit()
            .thenRun(() -> {
              // A store that was stopped by us has no process any more.
              if (store.pid() == pid) {
                announcements.died(store);
              }
            });
  }
}
