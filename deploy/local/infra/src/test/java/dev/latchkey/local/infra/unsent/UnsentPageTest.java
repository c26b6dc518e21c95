package dev.latchkey.local.infra.unsent;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsentPageTest {

  private static final URI PLATFORM = URI.create("http://127.0.0.1:8080");

  @TempDir Path folder;
  private HttpServer server = server(Path.of(""));

  private static HttpServer server(Path folder) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      server.createContext("/", new UnsentPage(folder, Optional.of(PLATFORM)));
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void open() {
    server.stop(0);
    server = server(folder);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void the_newest_comes_first_whatever_it_is() throws IOException {
    sms("+4915112345678", "1000-1", "the first");
    mail("a@example.com", "3000-1", "The third", "words");
    sms("+4915112345678", "2000-2", "the second");

    var page = get("/");

    assertThat(page).startsWith("HTTP/1.1 200");
    assertThat(page.indexOf("The third")).isPositive().isLessThan(page.indexOf("the second"));
    assertThat(page.indexOf("the second")).isLessThan(page.indexOf("the first"));
    assertThat(page)
        .contains(
            "<b>+4915112345678</b>", "<b>a@example.com</b>", "datetime=\"1970-01-01T00:00:03Z\"");
  }

  @Test
  void a_mail_is_read_as_a_mail() throws IOException {
    keep(
        "mail/a@example.com",
        "1-1.eml",
        """
        To: =?UTF-8?Q?J=C3=BCrgen?= <a@example.com>
        Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=x

        --x
        Content-Type: text/html; charset=utf-8

        <b>not this</b>
        --x
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        http://127.0.0.1:8080/dashboard/verify?token=3Dlkot_1=
        23&x=3D1.
        --x--
        """);

    assertThat(get("/"))
        .contains("<h2>Grüße</h2>")
        .contains(
            "<a href=\"http://127.0.0.1:8080/dashboard/verify?token=lkot_123&amp;x=1\">"
                + "http://127.0.0.1:8080/dashboard/verify?token=lkot_123&amp;x=1</a>.")
        .doesNotContain("not this");
  }

  @Test
  void nothing_that_somebody_wrote_is_more_than_text() throws IOException {
    sms("+4915112345678", "1-1", "<script>alert(1)</script> \" onload='x'");
    mail("a@example.com", "2-1", "</h2><img src=x>", "<form action=//evil.example>");

    var page = get("/");

    assertThat(page)
        .contains("&lt;script&gt;", "&lt;/h2&gt;&lt;img", "&lt;form", "&#39;x&#39;")
        .doesNotContain("<script", "<img", "<form", "style=");
    assertThat(page)
        .contains("default-src 'none'; style-src 'self'", "frame-ancestors 'none'", "nosniff")
        .containsIgnoringCase("cache-control: no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example/dashboard",
        "https://127.0.0.1:8080/dashboard",
        "http://127.0.0.1:8081/dashboard",
        "http://127.0.0.1:8080@evil.example/",
        "http://evil@127.0.0.1:8080/",
        "http://127.0.0.1:8080.evil.example/",
        "http://127.0.0.1:8080\\@evil.example/",
        "javascript:alert(1)//http:",
        "http://127.0.0.1:8080/%zz",
        "http://127.0.0.1/"
      })
  void what_leads_elsewhere_can_not_be_clicked(String address) {
    var html = new PlatformLinks(Optional.of(PLATFORM)).html("see " + address + " now");

    assertThat(html.replaceAll("<a href=\"http://127.0.0.1:8080\">.*?</a>", ""))
        .doesNotContain("<a");
  }

  @Test
  void without_a_platform_nothing_can() {
    assertThat(new PlatformLinks(Optional.empty()).html("http://127.0.0.1:8080/x"))
        .isEqualTo("http://127.0.0.1:8080/x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:%d",
        "127.0.0.1.evil.example:%d",
        "localhost.:%d",
        "127.0.0.1:%d\r\nHost: evil.example"
      })
  void a_name_of_somebody_else_that_leads_here_shows_nothing(String host) throws IOException {
    sms("+4915112345678", "1-1", "a code");

    var page = ask("GET / HTTP/1.1\r\nHost: " + host.formatted(port()));

    assertThat(page).doesNotContain("a code").doesNotStartWith("HTTP/1.1 200");
  }

  @Test
  void it_is_there_under_both_names_of_this_machine_and_looked_at_only() throws IOException {
    assertThat(ask("GET / HTTP/1.1\r\nHost: localhost:" + port())).startsWith("HTTP/1.1 200");
    assertThat(get("/style.css")).startsWith("HTTP/1.1 200").contains("light-dark(");
    assertThat(get("/etc/passwd")).startsWith("HTTP/1.1 404");
    for (var method : new String[] {"POST", "DELETE", "HEAD"}) {
      assertThat(ask(method + " / HTTP/1.1\r\nContent-Length: 0\r\nHost: 127.0.0.1"))
          .startsWith("HTTP/1.1 405");
    }
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private String get(String path) throws IOException {
    return ask("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port());
  }

  private String ask(String head) throws IOException {
    try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port())) {
      socket.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private void sms(String to, String name, String text) throws IOException {
    keep("sms/" + to, name + ".txt", "Date: x\nTo: %s\nFrom: y\n\n%s\n".formatted(to, text));
  }

  private void mail(String to, String name, String subject, String text) throws IOException {
    keep(
        "mail/" + to,
        name + ".eml",
        "To: %s\nSubject: %s\nContent-Type: text/plain\n\n%s\n".formatted(to, subject, text));
  }

  private void keep(String where, String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve(where)).resolve(name), text, UTF_8);
  }
}
