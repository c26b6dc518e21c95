package dev.latchkey.cli.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.cli.credential.Kept.Kind;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.platform.Json;
import dev.latchkey.cli.platform.PlatformUrl;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All sign-ins of this machine's user, by platform. The file names them and has their tokens, or
 * says that the keyring has.
 */
public final class Credentials {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final PrivateFile file;
  private final Optional<Keyring> keyring;

  private Credentials(PrivateFile file, Optional<Keyring> keyring) {
    this.file = file;
    this.keyring = keyring;
  }

  /** Those of that environment: {@code $XDG_CONFIG_HOME/latchkey}, else {@code ~/.config}. */
  public static Credentials of(Map<String, String> environment, Path home) {
    var configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
    var config = configured.startsWith("/") ? Path.of(configured) : home.resolve(".config");
    var file = new PrivateFile(config.resolve("latchkey/credentials.json"));
    return new Credentials(file, Keyring.of(environment));
  }

  /** The platform that was signed in to last. */
  public Optional<PlatformUrl> lastPlatform() {
    var last = read().path("last").asText();
    return last.isEmpty() ? Optional.empty() : Optional.of(PlatformUrl.of(last));
  }

  /** The sign-in at a platform. */
  public Optional<Kept> at(PlatformUrl platform) {
    var entry = entry(platform);
    return signedIn(entry)
        ? Optional.of(kept(platform, entry, secrets(platform, entry).orElseThrow(this::locked)))
        : Optional.empty();
  }

  /** The same for who is about to replace it: none also where the keyring does not give it. */
  public Optional<Kept> before(PlatformUrl platform) {
    var entry = entry(platform);
    return signedIn(entry)
        ? secrets(platform, entry).map(secrets -> kept(platform, entry, secrets))
        : Optional.empty();
  }

  private static boolean signedIn(JsonNode entry) {
    return entry.hasNonNull("kind");
  }

  private Kept kept(PlatformUrl platform, JsonNode entry, JsonNode secrets) {
    return new Kept(
        platform,
        entry.path("email").asText(),
        kind(entry.path("kind").asText()),
        secrets.path("token").asText(),
        secrets.path("device").textValue());
  }

  private Kind kind(String word) {
    return Arrays.stream(Kind.values())
        .filter(kind -> word(kind).equals(word))
        .findFirst()
        .orElseThrow(this::broken);
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** What makes this machine a known one for that person, although nobody is signed in. */
  public Optional<String> device(PlatformUrl platform, String email) {
    var entry = entry(platform);
    return entry.path("email").asText().equals(email)
        ? secrets(platform, entry).map(secrets -> secrets.path("device").textValue())
        : Optional.empty();
  }

  /** Keeps a sign-in in place of the one before; true when the keyring has it. */
  public boolean keep(Kept kept) {
    var secrets = JSON.objectNode().put("token", kept.token());
    // Not every way in gives one; the one from before still makes this machine known.
    Optional.ofNullable(kept.device())
        .or(() -> device(kept.platform(), kept.email()))
        .ifPresent(device -> secrets.put("device", device));
    boolean hidden = keyring.map(ring -> ring.store(kept.platform(), "" + secrets)).orElse(false);
    if (!hidden) {
      keyring.ifPresent(ring -> ring.clear(kept.platform()));
    }
    var entry =
        JSON.objectNode()
            .put("email", kept.email())
            .put("kind", word(kept.kind()))
            .put("keyring", hidden);
    if (!hidden) {
      entry.setAll(secrets);
    }
    change(all -> {
      all.put("last", kept.platform().toString());
      all.withObjectProperty("platforms").set(kept.platform().toString(), entry);
    });
    return hidden;
  }

  /** Forgets the sign-in. The device token stays: it opens nothing by itself. */
  public void forget(Kept kept) {
    keyring.ifPresent(ring -> ring.clear(kept.platform()));
    var entry = JSON.objectNode().put("email", kept.email());
    if (kept.device() != null) {
      entry.put("device", kept.device());
    }
    change(all -> all.withObjectProperty("platforms").set(kept.platform().toString(), entry));
  }

  /** The file's, or the keyring's; none when that is locked, or there is none here. */
  private Optional<JsonNode> secrets(PlatformUrl platform, JsonNode entry) {
    return entry.path("keyring").asBoolean()
        ? keyring.flatMap(ring -> ring.lookUp(platform)).map(this::parse)
        : Optional.of(entry);
  }

  private JsonNode entry(PlatformUrl platform) {
    return read().path("platforms").path(platform.toString());
  }

  private ObjectNode read() {
    var all = file.read().map(this::parse).orElseGet(JSON::objectNode);
    if (all.path("platforms").isObject() || !all.has("platforms")) {
      return all;
    }
    throw broken();
  }

  private ObjectNode parse(String text) {
    return Json.parse(text)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .orElseThrow(this::broken);
  }

  private Failure broken() {
    return new Failure(
        ExitCode.UNSAFE,
        "latch_broken_file",
        file.path() + " is not what latch wrote. Delete it and sign in again.");
  }

  private Failure locked() {
    return new Failure(
        ExitCode.SIGNED_OUT,
        "latch_keyring",
        "Your sign-in is in this desktop's keyring, which does not give it now. Unlock it, or sign in again with: latch login");
  }

  private void change(Change change) {
    var unused =
        file.<Boolean>alone(() -> {
          var all = read();
          change.of(all);
          file.write(all.toPrettyString() + "\n");
          return true;
        });
  }

  /** What becomes of the file. */
  private interface Change {
    void of(ObjectNode all);
  }
}
