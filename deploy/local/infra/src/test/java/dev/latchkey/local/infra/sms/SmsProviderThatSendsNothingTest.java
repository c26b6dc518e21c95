package dev.latchkey.local.infra.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsProviderThatSendsNothingTest {

  private static final String ACCOUNT = "AC00000000000000000000000000000000";
  private static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";
  private static final String NUMBER = "+4915112345678";

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private SmsProviderThatSendsNothing provider =
      new SmsProviderThatSendsNothing(Path.of(""), 0, "secret", Optional.empty());

  @BeforeEach
  void open() throws Exception {
    provider = new SmsProviderThatSendsNothing(folder, 0, "secret", Optional.empty());
    provider.start();
  }

  @AfterEach
  void close() {
    provider.stop();
  }

  @Test
  void a_text_becomes_a_file_that_only_its_owner_reads_and_is_listed() throws Exception {
    var taken = text(NUMBER, "first \"text\"\n@host #1");

    assertThat(taken.statusCode()).isEqualTo(201);
    assertThat(taken.body())
        .contains("\"status\":\"queued\"", "\"sid\":\"SM", "\"num_media\":\"0\"");
    var files = files(folder.resolve("sms/" + NUMBER));
    assertThat(files).hasSize(1);
    assertThat(Files.readString(files.getFirst()))
        .contains("To: " + NUMBER, "first \"text\"\n@host");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getFirst())))
        .isEqualTo("rw-------");
    assertThat(get(MESSAGES + "?To=%2B4915112345678").body())
        .contains("first \\\"text\\\"\\n@host #1");
    assertThat(get(MESSAGES + "?To=%2B4915112345679").body()).contains("\"messages\":[]");
  }

  @Test
  void what_twilio_requires_is_required() throws Exception {
    assertThat(post("Body=x&From=%2B15005550006").body()).contains("\"code\":21604");
    assertThat(post("To=12&Body=x&From=%2B15005550006").body()).contains("\"code\":21211");
    assertThat(post("To=%2B4915112345678&Body=x").body()).contains("\"code\":21603");
    assertThat(post("To=%2B4915112345678&From=%2B15005550006").body()).contains("\"code\":21602");
    assertThat(post("").statusCode()).isEqualTo(400);
  }

  @Test
  void nobody_gets_in_without_the_password() throws Exception {
    var wrong = request(MESSAGES, "wrong").GET().build();

    var answer = http.send(wrong, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":20003", "\"status\":401");
  }

  @Test
  void the_number_decides_what_is_pretended() throws Exception {
    assertThat(line("+4915112345678")).contains("\"type\":\"mobile\"");
    assertThat(line("+4915112349901")).contains("\"type\":\"landline\"");
    assertThat(line("+4915112349903")).contains("\"type\":\"nonFixedVoip\"");
    assertThat(line("+4915112349904")).contains("\"type\":\"premium\"");
    assertThat(line("+4915112349908")).contains("\"status\":503");

    assertThat(text("+4915112349901", "x").body()).contains("\"code\":21614");
    assertThat(text("+4915112349915", "x").statusCode()).isEqualTo(503);
    var busy = text("+4915112349913", "x");
    assertThat(busy.statusCode()).isEqualTo(429);
    assertThat(busy.headers().firstValue("Retry-After")).contains("2");
    assertThat(text("+4915112349913", "x").statusCode()).isEqualTo(201);
  }

  @Test
  void what_became_of_a_text_is_reported_signed() throws Exception {
    var heard = new LinkedBlockingQueue<String>();
    var hearer = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    hearer.createContext(
        "/",
        exchange -> {
          heard.add(
              exchange.getRequestHeaders().getFirst("X-Twilio-Signature")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    hearer.start();
    try {
      var callback =
          "http://127.0.0.1:%d/twilio/status?message=1".formatted(hearer.getAddress().getPort());

      post(
          "To=%2B4915112349910&From=%2B15005550006&Body=x&StatusCallback="
              + URLEncoder.encode(callback, UTF_8));

      assertThat(heard.poll(10, TimeUnit.SECONDS))
          .matches("[A-Za-z0-9+/]{27}= .*")
          .contains("MessageStatus=sent");
      assertThat(heard.poll(10, TimeUnit.SECONDS))
          .contains("MessageStatus=undelivered", "ErrorCode=30003", "To=%2B4915112349910");
    } finally {
      hearer.stop(0);
    }
  }

  @Test
  void a_page_shows_what_was_not_sent_without_a_password() throws Exception {
    text(NUMBER, "<b>12345678</b>");

    var page = request("/", "wrong").GET().build();

    assertThat(http.send(page, BodyHandlers.ofString()).body())
        .contains("&lt;b&gt;12345678", NUMBER)
        .doesNotContain("<b>1");
  }

  @Test
  void a_number_does_not_lead_out_of_the_folder() {
    assertThat(TextFiles.folder("../../etc/+49")).isEqualTo("__________+49");
  }

  private HttpResponse<String> text(String to, String body) throws Exception {
    return post(
        "To=%s&From=%%2B15005550006&Body=%s"
            .formatted(URLEncoder.encode(to, UTF_8), URLEncoder.encode(body, UTF_8)));
  }

  private HttpResponse<String> post(String form) throws Exception {
    return http.send(
        request(MESSAGES, "secret").POST(BodyPublishers.ofString(form)).build(),
        BodyHandlers.ofString());
  }

  private String line(String number) throws Exception {
    return get("/v2/PhoneNumbers/" + number + "?Fields=line_type_intelligence").body();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path, "secret").GET().build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String password) {
    var basic = Base64.getEncoder().encodeToString((ACCOUNT + ":" + password).getBytes(UTF_8));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + provider.port() + path))
        .header("Authorization", "Basic " + basic);
  }

  private static List<Path> files(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }
}
