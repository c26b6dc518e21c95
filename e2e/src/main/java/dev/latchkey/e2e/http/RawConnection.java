package dev.latchkey.e2e.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Bytes to a server and back, for requests that no client would send. */
public final class RawConnection {

  private static final int PATIENCE_MS = 1500;
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

  private RawConnection() {}

  /** Sends, and reads until the server closes or says nothing more for a moment. */
  public static Transcript exchange(URI server, String request) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MS);
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new Transcript(read(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Socket socket) throws IOException {
    var text = new StringBuilder();
    var buffer = new byte[8192];
    try {
      for (int n = socket.getInputStream().read(buffer);
          n >= 0;
          n = socket.getInputStream().read(buffer)) {
        text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketTimeoutException silent) {
      // nothing more to come
    } catch (IOException reset) {
      // closed hard, which is an answer too
    }
    return text.toString();
  }

  /** What came back. */
  public record Transcript(String text) {

    /** The statuses of all answers, in order. */
    public java.util.List<Integer> statuses() {
      return STATUS_LINE
          .matcher(text)
          .results()
          .map(line -> Integer.valueOf(line.group(1)))
          .toList();
    }

    /** The body of the first answer. */
    public String body() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? "" : text.substring(end + 4);
    }
  }
}
