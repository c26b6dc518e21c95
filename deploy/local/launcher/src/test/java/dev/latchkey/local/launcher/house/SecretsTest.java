package dev.latchkey.local.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @Test
  void they_are_made_once_and_only_their_owner_can_read_them(@TempDir Path folder)
      throws IOException {
    var installation = new Installation(new House(folder), folder);

    var first = Secrets.of(installation);
    var second = Secrets.of(installation);

    assertThat(Owner.values())
        .allSatisfy(
            owner -> assertThat(first.environment(owner)).isEqualTo(second.environment(owner)));
    assertThat(Files.getPosixFilePermissions(installation.secrets()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void two_installations_share_none(@TempDir Path one, @TempDir Path other) throws IOException {
    var first = Secrets.of(new Installation(new House(one), one));
    var second = Secrets.of(new Installation(new House(other), other));

    var some = first.environment(Owner.AUTH);
    some.keySet().removeIf(name -> name.endsWith("_CURRENT"));
    assertThat(some)
        .allSatisfy((name, value) ->
            assertThat(second.environment(Owner.AUTH)).doesNotContainEntry(name, value));
  }

  @Test
  void only_auth_has_the_pepper_and_all_share_the_key_for_messages(@TempDir Path folder)
      throws IOException {
    var secrets = Secrets.of(new Installation(new House(folder), folder));

    var auth = secrets.environment(Owner.AUTH);
    var mfa = secrets.environment(Owner.MFA);

    assertThat(auth).containsKey("LATCHKEY_PEPPER_KEYS_LOCAL1");
    assertThat(mfa).doesNotContainKey("LATCHKEY_PEPPER_KEYS_LOCAL1");
    assertThat(mfa.get("LATCHKEY_SEALING_MESSAGES_KEYS_LOCAL1"))
        .isEqualTo(auth.get("LATCHKEY_SEALING_MESSAGES_KEYS_LOCAL1"));
    assertThat(mfa.get("LATCHKEY_SEALING_COLUMNS_KEYS_LOCAL1"))
        .isNotEqualTo(auth.get("LATCHKEY_SEALING_COLUMNS_KEYS_LOCAL1"));
    assertThat(Base64.getDecoder().decode(auth.get("LATCHKEY_TOKEN_HASH_KEYS_LOCAL1"))).hasSize(32);
  }

  @Test
  void a_service_knows_the_public_keys_of_all_callers_and_only_its_own_private_key(
      @TempDir Path folder) throws IOException {
    var environment =
        Secrets.of(new Installation(new House(folder), folder)).environment(Owner.TOKEN);

    var json = new ObjectMapper();
    var callers = json.readTree(environment.get("LATCHKEY_SERVICE_CALLERS")).path("keys");
    var own = json.readTree(environment.get("LATCHKEY_SERVICE_KEY"));

    assertThat(callers)
        .extracting(key -> key.path("kid").asText())
        .containsExactly(
            "auth-service",
            "mfa-service",
            "token-service",
            "notification-service",
            "gateway",
            "git",
            "web",
            "operator",
            "operator.second");
    assertThat(callers).noneMatch(key -> key.has("d"));
    assertThat(callers)
        .allSatisfy(
            key -> assertThat(Base64.getUrlDecoder().decode(key.path("x").asText())).hasSize(32));
    assertThat(own.path("kid").asText()).isEqualTo("token-service");
    assertThat(own.has("d")).isTrue();
  }

  @Test
  void what_an_older_installation_lacks_is_made_and_the_rest_stays(@TempDir Path folder)
      throws IOException {
    var installation = new Installation(new House(folder), folder);
    var before = Secrets.of(installation);
    var file = new JsonFile<>(installation.secrets(), TreeMap.class);
    var older = new TreeMap<String, String>();
    file.read().orElseThrow().forEach((name, value) -> older.put("" + name, "" + value));
    older.keySet().removeIf(name -> name.startsWith("web."));
    file.write(older);

    var after = Secrets.of(installation);

    assertThat(Base64.getDecoder().decode(after.webForm())).hasSize(32);
    assertThat(after.webForm()).isNotEqualTo(before.webForm());
    assertThat(after.serviceKey("web")).contains("\"kid\":\"web\"");
    assertThat(after.serviceKey("gateway")).isEqualTo(before.serviceKey("gateway"));
    assertThat(Secrets.of(installation).webForm()).isEqualTo(after.webForm());
  }

  @Test
  void only_who_asks_from_elsewhere_has_a_key_in_a_file(@TempDir Path folder) throws IOException {
    var installation = new Installation(new House(folder), folder);

    Secrets.of(installation);

    assertThat(installation.key(Asker.GIT)).exists();
    assertThat(installation.key(Asker.OPERATOR)).exists();
    assertThat(installation.key("operator.second")).exists();
    assertThat(installation.key(Asker.WEB)).doesNotExist();
    assertThat(installation.key(Asker.GATEWAY)).doesNotExist();
  }

  /** As openssl reads it: what it signs is good under the public key that the services know. */
  @Test
  void the_key_of_who_asks_from_elsewhere_is_in_a_file_that_only_its_owner_can_read(
      @TempDir Path folder) throws Exception {
    var installation = new Installation(new House(folder), folder);
    var secrets = Secrets.of(installation);

    var file = installation.key(Asker.GIT);
    var pem = Files.readString(file);

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("-----\n");
    var body = pem.lines().filter(line -> !line.startsWith("-")).collect(Collectors.joining());
    var key =
        (ECPrivateKey)
            KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    var jwk = new ObjectMapper().readTree(secrets.serviceKey("git"));
    assertThat(key.getS())
        .isEqualTo(new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path("d").asText())));
  }
}
