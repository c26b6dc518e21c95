package dev.latchkey.local.infra;

import dev.latchkey.local.infra.store.Directories;
import dev.latchkey.local.infra.store.PortTaken;
import dev.latchkey.local.infra.store.StoreFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts PostgreSQL, Redis, Kafka, a mailbox and an SMS provider that send nothing, says READY, and
 * stops them when stdin closes or a signal comes. Arguments: {@link Arguments}; a role's password
 * comes from the environment, {@code LATCHKEY_PG_PASSWORD}, and the SMS provider's auth token from
 * {@code LATCHKEY_TWILIO_AUTH_TOKEN}, so that no process list shows them; {@code
 * LATCHKEY_PUBLIC_URL} is where links on the page of what was not sent may lead.
 *
 * <p>Exit codes: 0 stopped as asked, 1 something did not start, 2 wrong arguments, 3 a port is
 * taken, 4 another run uses the directory.
 */
public final class Infra {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final int PORT_TAKEN = 3;
  private static final int DIRECTORY_TAKEN = 4;

  private final Arguments asked;
  private final Announcements announcements;

  private Infra(Arguments asked, Announcements announcements) {
    this.asked = asked;
    this.announcements = announcements;
  }

  public static void main(String[] words) {
    var announcements = new Announcements(System.out);
    // What libraries print must not come between the announcements.
    System.setOut(System.err);
    // exit, and not return: the servers' own threads would keep the process alive.
    System.exit(run(announcements, words));
  }

  private static int run(Announcements announcements, String... words) {
    try {
      return new Infra(Arguments.parse(words), announcements).run();
    } catch (IllegalArgumentException e) {
      announcements.failed(String.valueOf(e.getMessage()));
      return MISUSED;
    } catch (PortTaken e) {
      announcements.failed(String.valueOf(e.getMessage()));
      return PORT_TAKEN;
    } catch (StoreFailed | IOException e) {
      announcements.failed(String.valueOf(e.getMessage()));
      return FAILED;
    } catch (InterruptedException e) {
      return FAILED;
    }
  }

  private int run() throws PortTaken, StoreFailed, IOException, InterruptedException {
    var begin = System.nanoTime();
    Directories.passable(asked.directory());
    var lock = DirectoryLock.take(asked.directory(), announcements);
    if (lock.isEmpty()) {
      announcements.failed(
          "process %s uses %s already"
              .formatted(DirectoryLock.holder(asked.directory()), asked.directory()));
      return DIRECTORY_TAKEN;
    }
    if (!asked.keep()) {
      Remains.mark(asked.directory());
      Remains.sweep(asked.directory());
    }
    var password = Optional.ofNullable(System.getenv("LATCHKEY_PG_PASSWORD"));
    var twilioToken =
        Optional.ofNullable(System.getenv("LATCHKEY_TWILIO_AUTH_TOKEN")).orElse("sends-nothing");
    var platform = Optional.ofNullable(System.getenv("LATCHKEY_PUBLIC_URL")).map(URI::create);
    var stores = new Stores(asked, password, twilioToken, platform, announcements);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stores), "stop"));
    stores.start();
    announcements.ready(stores.all(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    untilTheEnd(stores);
    return 0;
  }

  private void untilTheEnd(Stores stores) throws IOException, InterruptedException {
    if (asked.untilSignal()) {
      new CountDownLatch(1).await();
      return;
    }
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    new Orders(stores, announcements).obey(in);
  }

  private void stop(Stores stores) {
    stores.stop();
    // What was being started when the signal came.
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    if (!asked.keep()) {
      Remains.delete(asked.directory());
    }
    announcements.say("all stopped");
  }
}
