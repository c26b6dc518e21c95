package dev.latchkey.e2e.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.identity.Claims;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;

/** Somebody with a key of the platform: gets genuine identities to try at the front door. */
public final class Insider {

  private static final String SERVICE_HEADER = "Latchkey-Service";
  private static final long LIFE_S = 60;

  private final Platform platform;
  private final String name;
  private final JsonNode key;

  /** Who stole the gateway's key. */
  public Insider(Platform platform) {
    this(
        platform,
        "gateway",
        platform.gateway().environment().getOrDefault("LATCHKEY_SERVICE_KEY", ""));
  }

  private Insider(Platform platform, String name, String jwk) {
    this.platform = platform;
    this.name = name;
    this.key = Json.read(jwk);
  }

  /** Who does as web does. */
  public static Insider web(Platform platform) {
    return as(platform, Asker.WEB.caller());
  }

  /** Who asks as a service or an outpost of that name asks. */
  public static Insider as(Platform platform, String caller) {
    try {
      var secrets = Json.read(Files.readString(platform.data().resolve("secrets.json")));
      return new Insider(platform, caller, secrets.path(caller + ".key").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The identity that the edge signs for a request with this token. */
  public String identity(Verb verb, String path, String token) {
    var answer = asking(verb, Owner.AUTH, "/internal/edge" + path).bearer(token).send();
    return answer
        .header(Headers.IDENTITY)
        .orElseThrow(() -> new AssertionError("no identity: " + answer));
  }

  /** A call of an internal endpoint, with the caller's credential for that service. */
  public Call asking(Verb verb, Owner owner, String path) {
    return platform
        .service(owner)
        .internalDoor()
        .call(verb, path)
        .header(SERVICE_HEADER, "Bearer " + credential(owner));
  }

  /** A service credential for one service. */
  public String credential(Owner audience) {
    var now = Instant.now().getEpochSecond();
    var header =
        "{\"alg\":\"ES256\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(Claims.SERVICE_TYPE, name);
    var claims =
        "{\"iss\":\"%1$s\",\"sub\":\"%1$s\",\"aud\":\"%2$s\",\"iat\":%3$d,\"exp\":%4$d}"
            .formatted(name, audience.service(), now, now + LIFE_S);
    return Es256.sign(Es256.key(key), header, claims);
  }
}
