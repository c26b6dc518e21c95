package dev.latchkey.e2e.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.latchkey.e2e.platform.Shell;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program that sshd runs, with somebody else in the place of auth-service. */
class AuthorizedKeysProgramIT {

  private static final String ACCOUNT = "01234567-89ab-4def-8123-456789abcdef";
  private static final String TYPE = "ssh-ed25519";
  private static final String KEY =
      "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";
  private static final String OPTIONS = "restrict,command=\"git-for {account}\"";

  private static final String GOOD = "options=" + OPTIONS + "\n";

  @TempDir Path folder;

  private final List<String> credentials = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private KeyPair key;
  private int status = 200;
  private String answer =
      "{\"account\":\"" + ACCOUNT + "\",\"public_key\":\"" + TYPE + " " + KEY + "\"}";

  @SuppressWarnings("NullAway") // Both are there before the first test.
  AuthorizedKeysProgramIT() {}

  @BeforeEach
  void somebody_answers() throws Exception {
    assumeTrue(Shell.has("curl") && Shell.has("openssl"), "curl or openssl is not installed");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/internal/authorized-keys",
        exchange -> {
          credentials.add(exchange.getRequestHeaders().getFirst("Authorization"));
          var body = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    key = generator.generateKeyPair();
    var pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    Files.createFile(
        keyFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(keyFile(), pem);
    settings("options=" + OPTIONS);
  }

  @AfterEach
  void nobody_answers_any_more() {
    server.stop(0);
  }

  @Test
  void a_key_that_somebody_has_is_one_line_with_its_account() {
    var result = run(TYPE, KEY);

    assertThat(result.output())
        .isEqualTo("restrict,command=\"git-for " + ACCOUNT + "\" " + TYPE + " " + KEY + "\n");
    assertThat(result.code()).isZero();
    assertThat(result.errors()).isEmpty();
  }

  /** Some numbers of a signature begin with zeros, and the JWT must have them. */
  @Test
  void it_shows_itself_with_a_signature_that_holds_each_time() throws Exception {
    for (int i = 0; i < 40; i++) {
      assertThat(run(TYPE, KEY).code()).isZero();
    }

    assertThat(credentials).hasSize(40);
    for (var credential : credentials) {
      var parts = credential.substring("Bearer ".length()).split("\\.", -1);
      var verification = Signature.getInstance("SHA256withECDSAinP1363Format");
      verification.initVerify(key.getPublic());
      verification.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
      assertThat(verification.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
      assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8))
          .contains("\"iss\":\"git\"", "\"sub\":\"git\"", "\"aud\":\"auth-service\"");
    }
  }

  @Test
  void a_key_that_nobody_has_is_no_line_and_no_failure() {
    status = 404;

    var result = run(TYPE, KEY);

    assertThat(result).isEqualTo(new Shell.Result(0, "", ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 301, 400, 401, 403, 429, 500, 503})
  void any_other_answer_is_a_failure(int other) {
    status = other;

    assertFails(run(TYPE, KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"account\":\"x\",\"public_key\":\"ssh-ed25519 " + KEY + "\"}",
        "{\"account\":\"" + ACCOUNT + "\"}",
        "{\"account\":\"" + ACCOUNT + "\",\"public_key\":\"ssh-ed25519 AAAA\"}",
        "{\"account\":\"\\\",command=\\\"sh\",\"public_key\":\"ssh-ed25519 " + KEY + "\"}"
      })
  void an_answer_about_something_else_is_a_failure(String other) {
    answer = other;

    assertFails(run(TYPE, KEY));
  }

  @Test
  void nobody_being_there_is_a_failure() {
    server.stop(0);

    assertFails(run(TYPE, KEY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssh-ed25519-cert-v01@openssh.com,x | AAAA",
        "ssh-rsa\" command=\"sh | AAAA",
        "'' | AAAA",
        "ssh-rsa | ''",
        "ssh-rsa | AAAA AAAA",
        "ssh-rsa | $(touch pwned)",
        "ssh-rsa | AAAA\" url = \"http://127.0.0.1:1"
      })
  void what_sshd_would_never_say_is_not_even_asked(String type, String blob) {
    var result = run(type, blob);

    assertThat(result.output()).isEmpty();
    assertThat(credentials).isEmpty();
    assertThat(folder.resolve("pwned")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "options=",
        "options=command=\"git-for {account}\"",
        "options=restrict,command=\"everybody\"",
        "options=restrict,environment=\"ACCOUNT={account}\"",
        "options=restrict,{account}",
        GOOD + "caller=\"x\"",
        GOOD + "timeout=soon",
        GOOD + "url=$(touch pwned)",
        GOOD + "fail_open=yes",
        GOOD + "key_file=/nonexistent"
      })
  void settings_that_are_wrong_open_nothing(String wrong) throws IOException {
    settings(wrong);

    assertFails(run(TYPE, KEY));
    assertThat(credentials).isEmpty();
    assertThat(folder.resolve("pwned")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
  void a_private_key_that_others_can_reach_is_not_used(String permissions) throws IOException {
    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString(permissions));

    assertFails(run(TYPE, KEY));
    assertThat(credentials).isEmpty();
  }

  private static void assertFails(Shell.Result result) {
    assertThat(result.code()).isNotZero();
    assertThat(result.output()).isEmpty();
    assertThat(result.errors()).isNotEmpty();
  }

  private Shell.Result run(String type, String blob) {
    var program =
        Path.of(System.getProperty("latchkey.root"), "deploy/ssh/latchkey-authorized-keys")
            .toString();
    var settings = folder.resolve("settings").toString();
    return Shell.run(folder, Map.of(), List.of(program, settings, type, blob), 30);
  }

  private void settings(String more) throws IOException {
    Files.writeString(
        folder.resolve("settings"),
        "# A comment.\nurl=http://127.0.0.1:%d\nkey_file=%s\n%s\n"
            .formatted(server.getAddress().getPort(), keyFile(), more));
  }

  private Path keyFile() {
    return folder.resolve("git.pem");
  }
}
