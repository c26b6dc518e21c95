package dev.latchkey.cli.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads whole requests, says something to each that is no whole answer, then hangs up or waits. */
final class RudeServer implements AutoCloseable {

  private final ServerSocket server;
  private final String says;
  private final boolean listens;
  private final boolean hangsUp;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> waiting = new CopyOnWriteArrayList<>();

  private RudeServer(String says, boolean listens, boolean hangsUp) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    this.says = says;
    this.listens = listens;
    this.hangsUp = hangsUp;
    Thread.ofVirtual().start(this::serve);
  }

  static RudeServer hangingUpAfter(String says) throws IOException {
    return new RudeServer(says, true, true);
  }

  static RudeServer silentAfter(String says) throws IOException {
    return new RudeServer(says, true, false);
  }

  /** Talks at once, whatever it is that calls, and hangs up. */
  static RudeServer talking(String says) throws IOException {
    return new RudeServer(says, false, true);
  }

  PlatformUrl url() {
    return PlatformUrl.of("http://127.0.0.1:" + server.getLocalPort());
  }

  PlatformUrl encryptedUrl() {
    return PlatformUrl.of("https://127.0.0.1:" + server.getLocalPort());
  }

  /** The first lines of what was read, each with its body. */
  List<String> requests() {
    return requests;
  }

  private void serve() {
    try {
      while (true) {
        var caller = server.accept();
        waiting.add(caller);
        serve(caller);
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket caller) throws IOException {
    if (listens) {
      requests.add(request(caller));
    }
    caller.getOutputStream().write(says.getBytes(StandardCharsets.ISO_8859_1));
    caller.getOutputStream().flush();
    if (hangsUp) {
      caller.close();
    }
  }

  private static String request(Socket caller) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
    var first = in.readLine();
    int length = 0;
    for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
        length = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
      }
    }
    var body = new StringBuilder();
    for (int i = 0; i < length; i++) {
      body.append((char) in.read());
    }
    return first + " " + body;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var caller : waiting) {
      caller.close();
    }
  }
}
