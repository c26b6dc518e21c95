package dev.latchkey.kit.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes JWTs by hand, right ones and any wrong one: independent of the library that verifies. */
final class Jwt {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Jwt() {}

  static long now() {
    return Instant.now().getEpochSecond();
  }

  /** Header of an identity under the edge's key. */
  static JsonObject header() {
    return new JsonObject().put("alg", "ES256").put("typ", "identity+jwt").put("kid", "edge-1");
  }

  /** Claims of a session's reusable identity. */
  static JsonObject claims() {
    return new JsonObject()
        .put("iss", "latchkey-edge")
        .put("aud", "latchkey")
        .put("sub", UUID.randomUUID().toString())
        .put("iat", now())
        .put("exp", now() + 60)
        .put("kind", "session")
        .put("cid", UUID.randomUUID().toString())
        .put("epoch", 7)
        .put("scope", "global")
        .put("amr", new io.vertx.core.json.JsonArray().add("pwd").add("otp"))
        .put("ip", "192.0.2.1")
        .put("agent", "curl/8");
  }

  /** Claims of an identity for one request. */
  static JsonObject claimsFor(String method, String path) {
    return claims()
        .put("exp", now() + 5)
        .put("jti", UUID.randomUUID().toString())
        .put("htm", method)
        .put("htp", path);
  }

  static JsonObject serviceHeader(String name) {
    return new JsonObject().put("alg", "ES256").put("typ", "svc+jwt").put("kid", name);
  }

  static JsonObject serviceClaims(String name, String callee) {
    return new JsonObject()
        .put("iss", name)
        .put("sub", name)
        .put("aud", callee)
        .put("iat", now())
        .put("exp", now() + 60);
  }

  static String sign(JsonObject header, JsonObject claims, PrivateKey key) {
    return sign(header.encode(), claims.encode(), key);
  }

  static String sign(String header, String claims, PrivateKey key) {
    var signed = part(header) + "." + part(claims);
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException failure) {
      throw new AssertionError(failure);
    }
  }

  static String unsigned(JsonObject header, JsonObject claims, String signature) {
    return part(header.encode()) + "." + part(claims.encode()) + "." + signature;
  }

  static String hmac(JsonObject header, JsonObject claims, byte[] secret) {
    var signed = part(header.encode()) + "." + part(claims.encode());
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException failure) {
      throw new AssertionError(failure);
    }
  }

  static String part(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }
}
