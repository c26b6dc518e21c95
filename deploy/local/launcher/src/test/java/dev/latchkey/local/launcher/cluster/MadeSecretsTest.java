package dev.latchkey.local.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/secrets/make}: what it makes is what the cluster asks the vault for. */
class MadeSecretsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Path made;

  @BeforeEach
  void make() throws IOException, InterruptedException {
    made = folder.resolve("secrets");
    var program = Overlay.ROOT.resolve("deploy/secrets/make").toString();
    assumeTrue(run("sh", "-c", "command -v openssl") == 0, "openssl is not installed");
    assertThat(run(program, made.toString())).isZero();
  }

  @Test
  void it_makes_what_the_cluster_asks_the_vault_for_and_nothing_else() throws IOException {
    var asked = new TreeSet<String>();
    for (var secret : Overlay.named("production").manifests("ExternalSecret")) {
      for (var one : secret.list("/spec/data")) {
        var ref = one.path("remoteRef");
        asked.add(ref.path("key").asText() + " " + ref.path("property").asText());
      }
    }
    var kept = new TreeSet<String>();
    try (var files = Files.list(made.resolve("vault"))) {
      for (var file : files.toList()) {
        var key = "latchkey/" + file.getFileName().toString().replace(".json", "");
        JSON.readTree(file.toFile())
            .fieldNames()
            .forEachRemaining(name -> kept.add(key + " " + name));
      }
    }

    assertThat(kept).isEqualTo(asked);
  }

  @Test
  void each_private_key_is_that_of_a_caller_whom_the_services_know()
      throws IOException, GeneralSecurityException {
    var callers = JSON.readTree(secret("shared", "LATCHKEY_SERVICE_CALLERS")).path("keys");
    var holders =
        Map.of(
            "auth-service", "auth-service",
            "mfa-service", "mfa-service",
            "token-service", "token-service",
            "notification-service", "notification-service",
            "web", "web",
            "edge-voucher", "gateway");

    assertThat(callers).hasSize(holders.size()).noneMatch(key -> key.has("d"));
    for (var holder : holders.entrySet()) {
      var own = JSON.readTree(secret(holder.getKey(), "LATCHKEY_SERVICE_KEY"));
      var known = known(callers, holder.getValue());
      assertThat(own.path("kid").asText()).isEqualTo(holder.getValue());
      assertThat(verifies(known, sign(own))).as(holder.getKey()).isTrue();
    }
  }

  @Test
  void it_is_for_its_owner_alone_and_never_twice_the_same() throws Exception {
    var first = secret("auth-service", "LATCHKEY_PEPPER_KEYS_K1");
    var again = folder.resolve("again");
    run(Overlay.ROOT.resolve("deploy/secrets/make").toString(), again.toString());

    assertThat(Base64.getDecoder().decode(first)).hasSize(32);
    assertThat(Files.readString(again.resolve("vault/auth-service.json"))).doesNotContain(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwx------");
  }

  @Test
  void it_writes_over_nothing() throws Exception {
    assertThat(run(Overlay.ROOT.resolve("deploy/secrets/make").toString(), made.toString()))
        .isNotZero();
  }

  private String secret(String key, String name) throws IOException {
    return JSON.readTree(made.resolve("vault").resolve(key + ".json").toFile()).path(name).asText();
  }

  private static JsonNode known(JsonNode callers, String kid) {
    for (var key : callers) {
      if (key.path("kid").asText().equals(kid)) {
        return key;
      }
    }
    throw new AssertionError("nobody knows " + kid);
  }

  private static byte[] sign(JsonNode jwk) throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(
        KeyFactory.getInstance("EC")
            .generatePrivate(new ECPrivateKeySpec(number(jwk, "d"), curve())));
    signature.update(new byte[] {1});
    return signature.sign();
  }

  private static boolean verifies(JsonNode jwk, byte[] signed) throws GeneralSecurityException {
    var point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initVerify(
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve())));
    signature.update(new byte[] {1});
    return signature.verify(signed);
  }

  private static BigInteger number(JsonNode jwk, String name) {
    var bytes = Base64.getUrlDecoder().decode(jwk.path(name).asText());
    assertThat(bytes).hasSize(32);
    return new BigInteger(1, bytes);
  }

  private static ECParameterSpec curve() throws GeneralSecurityException {
    var curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    return curve.getParameterSpec(ECParameterSpec.class);
  }

  private static int run(String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor();
  }
}
