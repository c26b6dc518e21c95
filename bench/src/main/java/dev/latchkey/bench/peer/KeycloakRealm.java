package dev.latchkey.bench.peer;

import dev.latchkey.bench.Few;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Authenticator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * People of Keycloak and what they do there. All have one password and one hash, which Keycloak has
 * made itself for the first of them: a check costs the same as with one of their own.
 */
final class KeycloakRealm {

  static final String ADMIN = "admin";

  private static final String FIRST = "first";
  private static final String CLIENT = "bench";
  private static final int LIFE_SECONDS = 7200;

  /** More at once may take longer than a client waits. */
  private static final int AN_IMPORT = 100;

  private final Api api;
  private final String name;
  private final String secret;
  private final List<Authenticator> apps;

  private KeycloakRealm(Api api, String name, String secret, List<Authenticator> apps) {
    this.api = api;
    this.name = name;
    this.secret = secret;
    this.apps = apps;
  }

  /**
   * Makes a realm with so many people with a password, and as many with an authenticator too.
   *
   * @param secret everybody's and everything's: admin's, the client's, all people's
   */
  static KeycloakRealm seed(Api api, Database database, String name, String secret, int people)
      throws SQLException {
    var seeds = Stream.generate(Representation::seed).limit(people).toList();
    var apps = seeds.stream().map(Authenticator::new).toList();
    var realm = new KeycloakRealm(api, name, secret, apps);
    must(
        realm
            .admin(api.post("/admin/realms"))
            .json(
                Map.of(
                    "realm",
                    name,
                    "enabled",
                    true,
                    "accessTokenLifespan",
                    LIFE_SECONDS,
                    "clients",
                    List.of(Representation.client(CLIENT, secret)))));
    must(
        realm
            .admin(api.post(realm.path("/users")))
            .json(
                Representation.user(FIRST, List.of(Map.of("type", "password", "value", secret)))));
    var hashed = database.credential(FIRST);
    var crowd = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < people; i++) {
      crowd.add(Representation.user(person(i), List.of(hashed)));
      crowd.add(Representation.user(careful(i), List.of(hashed, Representation.otp(seeds.get(i)))));
    }
    for (int i = 0; i < crowd.size(); i += AN_IMPORT) {
      realm.bring(crowd.subList(i, Math.min(crowd.size(), i + AN_IMPORT)));
    }
    return realm;
  }

  private void bring(List<Map<String, Object>> some) {
    must(
        admin(api.post(path("/partialImport")))
            .json(Map.of("ifResourceExists", "FAIL", "users", some)));
  }

  Call signIn(int turn) {
    return password(person(turn % apps.size()), secret, "");
  }

  Call wrongPassword(int turn) {
    return password(person(turn % apps.size()), "wrong " + turn, "");
  }

  Call signInWithCode(int turn) {
    int who = turn % apps.size();
    return password(careful(who), secret, apps.get(who).freshCode());
  }

  /** What a service asks about an access token. */
  Call introspect(String token) {
    return form(tokens() + "/introspect", Map.of("token", token));
  }

  /** A token without a person: the cheapest that there is. */
  Call clientToken() {
    return form(tokens(), Map.of("grant_type", "client_credentials"));
  }

  /** Access tokens of so many sessions of one person. */
  List<String> signedIn(int who, int times) throws InterruptedException, ExecutionException {
    return Few.of(times, "sessions there", () -> token(must(password(person(who), secret, ""))));
  }

  /** Ends all sessions of one person, as an administrator. */
  Call signOut(int who) {
    return admin(api.post(path("/users/" + id(person(who)) + "/logout")));
  }

  /** The access token in an answer. */
  static String token(Answer answer) {
    return answer.text("/access_token");
  }

  private Call password(String user, String password, String code) {
    var fields = new HashMap<>(Map.of("grant_type", "password", "username", user));
    fields.put("password", password);
    if (!code.isEmpty()) {
      fields.put("totp", code);
    }
    return form(tokens(), fields);
  }

  private Call form(String path, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("client_id", CLIENT);
    all.put("client_secret", secret);
    return encoded(api.post(path), all);
  }

  private static Call encoded(Call call, Map<String, String> fields) {
    var text =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return call.body(text, "application/x-www-form-urlencoded");
  }

  /** With a new token each time: an administrator's lives for a minute. */
  private Call admin(Call call) {
    var fields = Map.of("client_id", "admin-cli", "grant_type", "password", "username", ADMIN);
    var all = new HashMap<>(fields);
    all.put("password", secret);
    return call.bearer(
        token(must(encoded(api.post("/realms/master/protocol/openid-connect/token"), all))));
  }

  private String id(String user) {
    return must(admin(api.get(path("/users?exact=true&username=" + user)))).text("/0/id");
  }

  private static Answer must(Call call) {
    var answer = call.send();
    if (!answer.ok()) {
      throw new IllegalStateException("Keycloak says " + answer);
    }
    return answer;
  }

  private String path(String rest) {
    return "/admin/realms/" + name + rest;
  }

  private String tokens() {
    return "/realms/" + name + "/protocol/openid-connect/token";
  }

  private static String person(int number) {
    return "person-" + number;
  }

  private static String careful(int number) {
    return "careful-" + number;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
