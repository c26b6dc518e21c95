package dev.latchkey.local.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.gateway.OtherServerStandIn.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping and servers that are away. */
class LifeTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final String ENROL =
      "POST /account/two-factor HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer lkse_Hidden0123\r\n"
          + "Content-Length: 0\r\nConnection: close\r\n\r\n";

  private static final String SIGN_IN =
      "POST /sessions HTTP/1.1\r\nHost: a\r\nAuthorization: Basic SGlkZGVuMDEyMzpI\r\n"
          + "Content-Length: 0\r\nConnection: close\r\n\r\n";

  @Test
  void a_service_that_is_away_is_a_503_and_works_again_when_it_is_back() throws Exception {
    int port = freePort();
    try (var edge = new OtherServerStandIn(0, asked -> Answer.of(200, "{}"));
        var gateway = new RunningGateway(edge, Map.of("LATCHKEY_AUTH_PORT", port))) {
      var away = get(gateway.port(), "/account");
      try (var auth = new OtherServerStandIn(port, asked -> Answer.of(200, "back"))) {
        var back = get(gateway.port(), "/account");

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("\"id\":\"unavailable\"");
        assertThat(away.headers().firstValue("Retry-After")).contains("5");
        assertThat(away.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(back.body()).isEqualTo("back");
        assertThat(auth.asked()).hasSize(1);
      }
    }
  }

  @Test
  void an_edge_that_is_away_lets_nothing_pass() throws Exception {
    try (var edge = new OtherServerStandIn(0, asked -> Answer.of(200, "{}"));
        var auth = new OtherServerStandIn(0, asked -> Answer.of(200, "secret"));
        var gateway = new RunningGateway(edge, Map.of("LATCHKEY_AUTH_PORT", auth.port()))) {
      edge.close();

      var answer = get(gateway.port(), "/account");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(auth.asked()).isEmpty();
    }
  }

  @Test
  void health_is_on_the_internal_port_only() throws Exception {
    try (var edge = new OtherServerStandIn(0, asked -> Answer.of(200, "{}"));
        var gateway = new RunningGateway(edge, Map.of())) {
      assertThat(get(gateway.internalPort(), "/q/health/ready").statusCode()).isEqualTo(200);
      assertThat(get(gateway.port(), "/q/health/ready").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void strict_transport_security_is_for_https_only() throws Exception {
    try (var edge = new OtherServerStandIn(0, asked -> Answer.of(401, "{}"));
        var plain = new RunningGateway(edge, Map.of());
        var tls =
            new RunningGateway(
                edge, Map.of(), Map.of("LATCHKEY_PUBLIC_URL", "https://api.example.org"))) {
      assertThat(get(plain.port(), "/account").headers().map())
          .doesNotContainKey("strict-transport-security");
      assertThat(get(tls.port(), "/account").headers().map())
          .containsKey("strict-transport-security");
    }
  }

  @Test
  void it_stops_when_its_parent_goes_away() throws Exception {
    try (var edge = new OtherServerStandIn(0, asked -> Answer.of(200, "{}"));
        var gateway = new RunningGateway(edge, Map.of())) {
      gateway.process().getOutputStream().close();

      assertThat(gateway.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_request_on_its_way_is_finished_before_it_stops() throws Exception {
    var arrived = new CountDownLatch(1);
    try (var edge = new OtherServerStandIn(0, asked -> Answer.of(200, ""));
        var auth = new OtherServerStandIn(0, asked -> slowly(arrived));
        var gateway = new RunningGateway(edge, Map.of("LATCHKEY_AUTH_PORT", auth.port()))) {
      var answer = CLIENT.sendAsync(request(gateway.port(), "/account"), BodyHandlers.ofString());
      assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
      gateway.process().destroy();

      assertThat(answer.get(5, TimeUnit.SECONDS).body()).isEqualTo("done");
      assertThat(gateway.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void where_the_command_line_waits_it_is_patient_and_elsewhere_it_is_not() throws Exception {
    try (var edge = new OtherServerStandIn(0, asked -> Answer.of(200, ""));
        var auth = new OtherServerStandIn(0, asked -> after(Duration.ofSeconds(7)));
        var gateway = new RunningGateway(edge, Map.of("LATCHKEY_AUTH_PORT", auth.port()))) {
      var waiting =
          CLIENT.sendAsync(request(gateway.port(), "/auth/cli/1"), BodyHandlers.ofString());
      var other = CLIENT.sendAsync(request(gateway.port(), "/account"), BodyHandlers.ofString());

      assertThat(other.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
      assertThat(waiting.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
    }
  }

  /** Else whoever opens and drops connections would fill the waiting room of auth-service. */
  @Test
  void when_the_client_hangs_up_the_service_hears_of_it() throws Exception {
    try (var edge = new OtherServerStandIn(0, asked -> Answer.of(200, ""));
        var service = new ServerSocket(0);
        var gateway =
            new RunningGateway(edge, Map.of("LATCHKEY_AUTH_PORT", service.getLocalPort()));
        var client = new Socket("127.0.0.1", gateway.port())) {
      client
          .getOutputStream()
          .write("GET /auth/cli/1 HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
      try (var carried = service.accept()) {
        carried.setSoTimeout(5_000);
        assertThat(carried.getInputStream().read()).isEqualTo('G');

        client.close();

        assertThat(ends(carried)).isTrue();
      }
    }
  }

  /** Architecture promise: with no request in flight no secret is readable in its heap. */
  @Test
  @Tag("attack-24")
  void no_credential_stays_in_the_heap(@TempDir Path folder) throws Exception {
    try (var edge = new OtherServerStandIn(0, LifeTest::challengesWhoHasNoCode);
        var auth = new OtherServerStandIn(0, asked -> Answer.of(200, enrolment()));
        var gateway =
            new RunningGateway(
                edge,
                Map.of("LATCHKEY_AUTH_PORT", auth.port(), "LATCHKEY_MFA_PORT", auth.port()))) {
      for (int i = 0; i < 50; i++) {
        assertThat(gateway.raw(secretRequest("close")))
            .startsWith("HTTP/1.1 200")
            .contains("Enrolled0123");
        assertThat(gateway.raw(ENROL)).startsWith("HTTP/1.1 200").contains("Enrolled0123");
        assertThat(gateway.raw(SIGN_IN)).startsWith("HTTP/1.1 403").contains("Enrolled0123");
      }
      var idle = keptOpen(gateway.port());
      assertThat(gateway.raw("GET /%zz HTTP/1.1\r\nAuthorization: Bearer lkse_Hidden0123\r\n\r\n"))
          .startsWith("HTTP/1.1 400");

      var dump = folder.resolve("gateway.hprof");
      dump(gateway.process().pid(), dump);

      assertThat(idle.isConnected()).isTrue();
      idle.close();
      assertThat(contains(dump, "latchkey-")).isTrue();
      assertThat(contains(dump, "Hidden0123")).isFalse();
      assertThat(contains(dump, "Enrolled0123")).isFalse();
    }
  }

  /** As mfa-service answers the start of an enrolment: the secret, and the same as a picture. */
  private static String enrolment() {
    return "{\"secret\":\"Enrolled0123\",\"otpauth_uri\":\"otpauth://totp/a?secret=Enrolled0123\","
        + "\"qr_code\":\""
        + "Enrolled0123".repeat(2_000)
        + "\"}";
  }

  private static Answer challengesWhoHasNoCode(OtherServerStandIn.Asked asked) {
    return asked.uri().endsWith("/sessions")
        ? Answer.of(403, "{\"id\":\"two_factor\",\"challenge\":{\"id\":\"lkch_Enrolled0123\"}}")
        : Answer.of(200, "");
  }

  /** A client that has its answer and keeps its connection. */
  private static Socket keptOpen(int port) throws IOException {
    var socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(5_000);
    socket.getOutputStream().write(secretRequest("keep-alive").getBytes(ISO_8859_1));
    var answer = new StringBuilder();
    for (int next = 0; next != '}'; ) {
      next = socket.getInputStream().read();
      assertThat(next).isNotNegative();
      answer.append((char) next);
    }
    assertThat(answer.toString()).startsWith("HTTP/1.1 200");
    return socket;
  }

  private static String secretRequest(String connection) {
    return "PATCH /account?token=lkot_Hidden0123 HTTP/1.1\r\nHost: a\r\n"
        + "Authorization: Bearer lkse_Hidden0123\r\nHeroku-Password: Hidden0123\r\n"
        + "Heroku-Two-Factor-Code: Hidden0123\r\nCookie: s=Hidden0123\r\n"
        + "Latchkey-Device: lkdv_Hidden0123\r\nConnection: "
        + connection
        + "\r\n"
        + "Content-Length: 25\r\n\r\n{\"password\":\"Hidden0123\"}";
  }

  /** Fails when nothing is heard of the end in time. */
  private static boolean ends(Socket socket) throws IOException {
    try {
      while (socket.getInputStream().read() >= 0) {
        // The rest of the request.
      }
    } catch (SocketException reset) {
      return true;
    }
    return true;
  }

  private static Answer slowly(CountDownLatch arrived) {
    arrived.countDown();
    return after(Duration.ofSeconds(1));
  }

  private static Answer after(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Answer.of(200, "done");
  }

  private static void dump(long pid, Path file) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var process =
        new ProcessBuilder(jcmd, Long.toString(pid), "GC.heap_dump", file.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(process.getInputStream().readAllBytes(), ISO_8859_1))
        .contains("Heap dump file created");
    assertThat(process.waitFor()).isZero();
  }

  /** Looks for the text as the JVM keeps Latin letters: one byte each. */
  private static boolean contains(Path file, String text) throws IOException {
    var wanted = text.getBytes(ISO_8859_1);
    try (InputStream in = Files.newInputStream(file)) {
      var window = new byte[1 << 20];
      int kept = 0;
      for (int read = in.read(window);
          read >= 0;
          read = in.read(window, kept, window.length - kept)) {
        int filled = kept + read;
        if (new String(window, 0, filled, ISO_8859_1).contains(new String(wanted, ISO_8859_1))) {
          return true;
        }
        kept = Math.min(wanted.length, filled);
        System.arraycopy(window, filled - kept, window, 0, kept);
      }
    }
    return false;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static HttpRequest request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    return CLIENT.send(request(port, path), BodyHandlers.ofString());
  }
}
