package dev.latchkey.auth.identitykey;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.kit.sealing.Sealing;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * One row of the table.
 *
 * @param publicJwk what the JWKS shows of it
 * @param sealed the private JWK, sealed to its row
 */
record IdentityKey(KeyTerm term, String publicJwk, String sealed) {

  private static final String PURPOSE = "identity_key.private_key";

  /** A new P-256 key, named by its thumbprint (RFC 7638). */
  static IdentityKey make(
      SecureRandom random, Sealing sealing, Instant publishedAt, Instant signsFrom) {
    try {
      var jwk = EcJwkGenerator.generateJwk(EllipticCurves.P256, null, random);
      var kid = jwk.calculateBase64urlEncodedThumbprint("SHA-256");
      jwk.setKeyId(kid);
      jwk.setUse(Use.SIGNATURE);
      jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
      var secret = jwk.toJson(OutputControlLevel.INCLUDE_PRIVATE).getBytes(UTF_8);
      return new IdentityKey(
          new KeyTerm(kid, publishedAt, signsFrom, null),
          jwk.toJson(OutputControlLevel.PUBLIC_ONLY),
          sealing.seal(PURPOSE, kid, secret));
    } catch (JoseException e) {
      throw new IllegalStateException("this JDK cannot make P-256 keys", e);
    }
  }

  /**
   * The private key.
   *
   * @throws dev.latchkey.kit.sealing.SealBroken when the row was tampered with, or the key that
   *     sealed it is no longer configured
   */
  PrivateKey open(Sealing sealing) {
    try {
      var json = new String(sealing.open(PURPOSE, term.kid(), sealed), UTF_8);
      return PublicJsonWebKey.Factory.newPublicJwk(json).getPrivateKey();
    } catch (JoseException e) {
      throw new IllegalStateException("identity key " + term.kid() + " is not a key", e);
    }
  }
}
