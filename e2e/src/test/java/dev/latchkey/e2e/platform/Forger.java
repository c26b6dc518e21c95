package dev.latchkey.e2e.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.contracts.event.EventProof;
import dev.latchkey.e2e.http.Json;
import dev.latchkey.e2e.store.Heard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.PrivateKey;

/** Somebody who can write to Kafka and has a key, of whomever. */
public final class Forger {

  private final PrivateKey key;

  private Forger(PrivateKey key) {
    this.key = key;
  }

  /** With a key that he made himself. */
  public static Forger withHisOwnKey() {
    return new Forger(Es256.newKey());
  }

  /** With the true key of a service or of the gateway. */
  public static Forger withKeyOf(Platform platform, String caller) {
    try {
      var secrets = Json.read(Files.readString(platform.data().resolve("secrets.json")));
      return new Forger(Es256.key(Json.read(secrets.path(caller + ".key").asText())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record with his proof, which says that it is under the key with that id. */
  public Heard prove(Heard record, String keyId) {
    var header =
        "{\"alg\":\"ES256\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(EventProof.TYPE, keyId);
    var payload =
        EventProof.payload(
            record.topic(),
            record.key(),
            name -> record.headers().getOrDefault(name, ""),
            record.text().getBytes(UTF_8));
    return record.with(EventProof.HEADER, Es256.detached(key, header, payload));
  }
}
