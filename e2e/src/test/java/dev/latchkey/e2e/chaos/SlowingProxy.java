package dev.latchkey.e2e.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A TCP proxy before a store, which does to its answers what bad networks do. The libraries for
 * this are clients of a server that is no Java program; this much is enough.
 */
final class SlowingProxy implements AutoCloseable {

  private static final int BUFFER = 16 * 1024;

  private final int target;
  private final ServerSocket door;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private volatile Weather weather = Weather.FAIR;

  private SlowingProxy(int target, ServerSocket door) {
    this.target = target;
    this.door = door;
    Thread.ofVirtual().start(this::accept);
  }

  /** A proxy before a port of this machine, in fair weather. */
  static SlowingProxy before(int target) {
    try {
      return new SlowingProxy(target, new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /** From now on, for connections that are open too. */
  void turn(Weather weather) {
    this.weather = weather;
  }

  /** What happens to an answer on its way. */
  interface Weather {
    Weather FAIR = bytes -> bytes;

    /**
     * Waits as long as these bytes take.
     *
     * @return how many of them arrive; when not all, the connection is reset after those
     */
    int arriving(int bytes);

    /** Every piece of an answer takes so much longer. */
    static Weather latency(Duration time) {
      return bytes -> {
        Setting.sleep(time);
        return bytes;
      };
    }

    /** Answers come through a narrow line. */
    static Weather bandwidth(int bytesPerSecond) {
      return bytes -> {
        Setting.sleep(Duration.ofMillis(bytes * 1000L / bytesPerSecond));
        return bytes;
      };
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        var server = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> pass(client, server, false));
        Thread.ofVirtual().start(() -> pass(server, client, true));
      } catch (IOException e) {
        // The store is away, or this proxy is closed: its client sees that.
        continue;
      }
    }
  }

  private void pass(Socket from, Socket to, boolean answers) {
    try (from;
        to) {
      pass(from.getInputStream(), to.getOutputStream(), to, answers);
    } catch (IOException e) {
      // One of both hung up; so does the other.
      return;
    }
  }

  private void pass(InputStream in, OutputStream out, Socket to, boolean answers)
      throws IOException {
    var buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      int arriving = answers ? weather.arriving(read) : read;
      out.write(buffer, 0, arriving);
      out.flush();
      if (arriving < read) {
        // A reset, and not an orderly end.
        to.setSoLinger(true, 0);
        return;
      }
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
