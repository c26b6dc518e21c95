package dev.latchkey.local.launcher.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a child says on its internal port that it is ready. */
final class Readiness {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int PAUSE_MILLIS = 50;
  private static final int LINES = 40;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  /**
   * Waits.
   *
   * @throws IOException with the child's last words when it ends or takes too long
   */
  void await(Child child, int internalPort) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!ready(internalPort)) {
      if (!child.alive() || System.nanoTime() > deadline) {
        throw new IOException(child.obituary(LINES));
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private boolean ready(int port) throws InterruptedException {
    return get(port, "/q/health/ready") == 200;
  }

  /** Asks for a page; returns the status, 0 when nobody answers. */
  int get(int port, String path) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }
}
