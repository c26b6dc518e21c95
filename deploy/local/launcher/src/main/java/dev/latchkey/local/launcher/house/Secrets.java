package dev.latchkey.local.launcher.house;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The keys and passwords of one installation, made at its first start and kept beside its data.
 * They reach the services as environment variables: no command line shows them. The key of who asks
 * from elsewhere is also in a file of its own, as openssl reads it.
 */
public final class Secrets {

  /** Another person who runs the platform: some deeds take two. */
  private static final String SECOND_OPERATOR = Asker.OPERATOR.caller() + ".second";

  /** Ids of the keys of all who call internal endpoints. */
  private static final List<String> CALLERS =
      Stream.concat(Stream.of(Asker.values()).map(Asker::caller), Stream.of(SECOND_OPERATOR))
          .toList();

  private static final String KEY_ID = "local1";
  private static final int KEY_BYTES = 32;

  private final Map<String, String> values;

  private Secrets(Map<String, String> values) {
    this.values = values;
  }

  /** Those of the installation; what is missing is made and kept. */
  public static Secrets of(Installation installation) throws IOException {
    var file = new JsonFile<>(installation.secrets(), TreeMap.class);
    var values = new TreeMap<String, String>();
    file.read().ifPresent(map -> map.forEach((k, v) -> values.put(k.toString(), v.toString())));
    int known = values.size();
    values.computeIfAbsent("postgres", name -> random());
    values.computeIfAbsent("messages", name -> random());
    values.computeIfAbsent("pepper", name -> random());
    values.computeIfAbsent("twilio", name -> random());
    values.computeIfAbsent("web.form", name -> random());
    for (var owner : Owner.values()) {
      values.computeIfAbsent(owner.service() + ".columns", name -> random());
      values.computeIfAbsent(owner.service() + ".token-hash", name -> random());
    }
    CALLERS.forEach(caller -> values.computeIfAbsent(caller + ".key", name -> Jwk.make(caller)));
    if (values.size() > known) {
      file.write(values);
    }
    var secrets = new Secrets(values);
    var elsewhere = Stream.of(Asker.values()).filter(Asker::elsewhere).map(Asker::caller);
    for (var id : Stream.concat(elsewhere, Stream.of(SECOND_OPERATOR)).toList()) {
      PrivateFile.write(installation.key(id), Jwk.pem(secrets.serviceKey(id)));
    }
    return secrets;
  }

  /** The password of every role in PostgreSQL. */
  public String postgres() {
    return value("postgres");
  }

  /** What the SMS provider that sends nothing takes for Twilio's auth token. */
  public String twilio() {
    return value("twilio");
  }

  /** By which web knows the forms that it has made. */
  public String webForm() {
    return value("web.form");
  }

  /** What a service gets. */
  public Map<String, String> environment(Owner owner) {
    var environment = new LinkedHashMap<String, String>();
    environment.put("LATCHKEY_PG_PASSWORD", postgres());
    ring(environment, "sealing.columns", value(owner.service() + ".columns"));
    if (owner == Owner.AUTH) {
      ring(environment, "pepper", value("pepper"));
    }
    ring(environment, "sealing.messages", value("messages"));
    ring(environment, "token-hash", value(owner.service() + ".token-hash"));
    // The same as ever: installations from before have one key for both.
    environment.put("LATCHKEY_COUNTER_NAMES_KEY", value(owner.service() + ".token-hash"));
    environment.put("LATCHKEY_SERVICE_KEY", serviceKey(owner.service()));
    environment.put("LATCHKEY_SERVICE_CALLERS", callers());
    return environment;
  }

  /** The private JWK by which a caller of internal endpoints is known. */
  public String serviceKey(String caller) {
    return value(caller + ".key");
  }

  private String callers() {
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    var keys = set.putArray("keys");
    CALLERS.forEach(caller -> keys.add(Jwk.publicPart(serviceKey(caller))));
    return set.toString();
  }

  private static void ring(Map<String, String> environment, String name, String key) {
    var prefix = "LATCHKEY_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    environment.put(prefix + "_CURRENT", KEY_ID);
    environment.put(prefix + "_KEYS_" + KEY_ID.toUpperCase(Locale.ROOT), key);
  }

  private String value(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no secret " + name);
    }
    return value;
  }

  private static String random() {
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
