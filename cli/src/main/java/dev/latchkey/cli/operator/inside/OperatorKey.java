package dev.latchkey.cli.operator.inside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.cli.credential.PrivateFile;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * An operator's private key, and the credentials that it signs: a JWT for one service, for a minute
 * (kit/identity, {@code ServiceVerification}). Neither is ever shown.
 */
final class OperatorKey {

  private static final String CALLER = "operator";
  private static final long LIFE_S = 60;

  /** The services' own rule for a caller's keys: its name, or that, a dot and which key. */
  private static final Pattern FILE =
      Pattern.compile("(operator(?:\\.[A-Za-z0-9_-]{1,32})?)\\.pem");

  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String id;
  private final ECPrivateKey key;

  private OperatorKey(String id, ECPrivateKey key) {
    this.id = id;
    this.key = key;
  }

  /** Reads a file that its owner alone can read; the file's name is the key's. */
  static OperatorKey read(Path file) {
    var name = FILE.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      throw unusable(
          file, "is not called as a key: operator.pem, or operator.NAME.pem, by its kid");
    }
    var text = new PrivateFile(file).read().orElseThrow(() -> unusable(file, "is not there"));
    return new OperatorKey(name.group(1), parsed(file, text));
  }

  private static ECPrivateKey parsed(Path file, String text) {
    var pem = PEM.matcher(text);
    if (!pem.matches()) {
      throw unusable(file, "has no private key in it that begins with -----BEGIN PRIVATE KEY-----");
    }
    try {
      var der = Base64.getMimeDecoder().decode(pem.group(1));
      var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
      if (key instanceof ECPrivateKey curved && isP256(curved.getParams())) {
        return curved;
      }
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      // Without the reason: it may be of the key.
    }
    throw unusable(file, "has another key in it than one of EC P-256");
  }

  private static boolean isP256(ECParameterSpec parameters) throws GeneralSecurityException {
    var named = AlgorithmParameters.getInstance("EC");
    named.init(new ECGenParameterSpec("secp256r1"));
    var p256 = named.getParameterSpec(ECParameterSpec.class);
    return parameters.getCurve().equals(p256.getCurve())
        && parameters.getGenerator().equals(p256.getGenerator())
        && parameters.getOrder().equals(p256.getOrder());
  }

  /** The key's name, by which services know the public one. */
  String id() {
    return id;
  }

  /** A compact JWT, for that service and from now on. */
  String credential(Service service, Instant now) {
    var header =
        JsonNodeFactory.instance
            .objectNode()
            .put("alg", "ES256")
            .put("typ", "svc+jwt")
            .put("kid", id);
    var claims =
        JsonNodeFactory.instance
            .objectNode()
            .put("iss", CALLER)
            .put("sub", CALLER)
            .put("aud", service.title())
            .put("iat", now.getEpochSecond())
            .put("exp", now.getEpochSecond() + LIFE_S);
    var signed = part(header) + "." + part(claims);
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key does not sign", e);
    }
  }

  private static String part(JsonNode json) {
    return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Failure unusable(Path file, String why) {
    return new Failure(ExitCode.USAGE, "latch_operator_key", file + " " + why + ".");
  }

  @Override
  public String toString() {
    return id;
  }
}
