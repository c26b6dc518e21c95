package dev.latchkey.bench.micro;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.util.concurrent.TimeUnit;
import javax.crypto.KeyGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An identity, signed and verified by each algorithm that it might have (ours: ES256). */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignatureBenchmark {

  /** As long as an identity's claims are. */
  private static final String CLAIMS = "{\"iss\":\"latchkey\",\"x\":\"" + "c".repeat(600) + "\"}";

  @Param({
    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
    AlgorithmIdentifiers.EDDSA,
    AlgorithmIdentifiers.RSA_USING_SHA256,
    AlgorithmIdentifiers.HMAC_SHA256
  })
  private String algorithm = "";

  private Keys keys = new Keys(null, null);
  private String signed = "";

  private record Keys(@Nullable Key secret, @Nullable Key known) {

    static Keys of(String algorithm) throws GeneralSecurityException {
      return switch (algorithm) {
        case AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256 -> pair("EC", 256);
        case AlgorithmIdentifiers.EDDSA -> pair("Ed25519", 255);
        case AlgorithmIdentifiers.RSA_USING_SHA256 -> pair("RSA", 2048);
        default -> {
          var key = KeyGenerator.getInstance("HmacSHA256").generateKey();
          yield new Keys(key, key);
        }
      };
    }

    private static Keys pair(String name, int bits) throws GeneralSecurityException {
      var generator = KeyPairGenerator.getInstance(name);
      generator.initialize(bits);
      var pair = generator.generateKeyPair();
      return new Keys(pair.getPrivate(), pair.getPublic());
    }
  }

  @Setup
  public void prepare() throws GeneralSecurityException, JoseException {
    keys = Keys.of(algorithm);
    signed = sign();
  }

  @Benchmark
  public final String sign() throws JoseException {
    var jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(algorithm);
    jws.setPayload(CLAIMS);
    jws.setKey(keys.secret());
    jws.setDoKeyValidation(false);
    return jws.getCompactSerialization();
  }

  @Benchmark
  public boolean verify() throws JoseException {
    var jws = new JsonWebSignature();
    jws.setCompactSerialization(signed);
    jws.setKey(keys.known());
    jws.setDoKeyValidation(false);
    return jws.verifySignature();
  }
}
