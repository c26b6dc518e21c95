package dev.latchkey.notification.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A mail server that answers RCPT as a test tells it to: in turn, the last answer for good. */
public final class MoodySmtp implements QuarkusTestResourceLifecycleManager {

  static final String HANG_UP = "";
  static final String SILENCE = "says nothing";

  private static final ConcurrentLinkedDeque<String> ANSWERS = new ConcurrentLinkedDeque<>();

  static void answers(String... answers) {
    ANSWERS.clear();
    ANSWERS.addAll(List.of(answers));
  }

  @Override
  public Map<String, String> start() {
    try {
      var server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
      Thread.ofVirtual().start(() -> serve(server));
      return Map.of("quarkus.mailer.port", String.valueOf(server.getLocalPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}

  @Override
  public int order() {
    // After RealStores, whose port it replaces.
    return 1;
  }

  private static void serve(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void talk(Socket client) {
    try (client;
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
      say(client, "220 moody ESMTP");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var answer = answer(line, in);
        if (answer.isEmpty()) {
          return;
        }
        if (!answer.equals(SILENCE)) {
          say(client, answer);
        }
      }
    } catch (IOException e) {
      // The client hung up.
    }
  }

  private static String answer(String line, BufferedReader in) throws IOException {
    var verb = line.split("[ :]", 2)[0];
    switch (verb) {
      case "EHLO", "HELO", "MAIL", "RSET" -> {
        return "250 moody";
      }
      case "RCPT" -> {
        var next = ANSWERS.size() > 1 ? ANSWERS.poll() : ANSWERS.peek();
        return next == null ? "250 fine" : next;
      }
      case "QUIT" -> {
        return "221 bye";
      }
      case "DATA" -> {
        return "354 go on";
      }
      default -> {
        // The mail itself: read up to its end.
        for (var text = line; text != null && !text.equals("."); text = in.readLine()) {}
        return "250 taken";
      }
    }
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    client.getOutputStream().flush();
  }
}
