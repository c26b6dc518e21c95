package dev.latchkey.token;

import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.session;
import static io.restassured.RestAssured.given;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.testkit.TestIdentity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OAuth clients, the people who let them in, and what the clients ask. */
public final class Applications {

  public static final String CLIENTS = "/oauth/clients";
  public static final String TOKENS = "/oauth/tokens";
  public static final String CALLBACK = "https://bot.example.com/callback";

  /** RFC 7636, appendix B. */
  public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  public static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private Applications() {}

  /** A client of somebody, who may be anybody. */
  public static App anApp() {
    return anApp(session(Tokens.anAccount()));
  }

  public static App anApp(TestIdentity owner) {
    return new App(create(owner, Map.of("name", "Deploy bot", "redirect_uri", CALLBACK)));
  }

  public static App aPublicApp() {
    return new App(
        create(
            session(Tokens.anAccount()),
            Map.of("name", "Phone", "redirect_uri", CALLBACK, "public", true)));
  }

  private static JsonPath create(TestIdentity owner, Map<String, Object> body) {
    return ask(owner, Verb.POST, CLIENTS, body).statusCode(201).extract().jsonPath();
  }

  /** A request of an owner; the edge has checked the second factor where one is due. */
  public static ValidatableResponse ask(
      TestIdentity owner, Verb verb, String path, @Nullable Object body) {
    var request = as(owner.stepUp(verb, path));
    return (body == null ? request : request.body(body)).request(verb.name(), path).then();
  }

  /** Somebody lets it in. */
  public static ValidatableResponse letIn(TestIdentity person, App app, String more) {
    var body =
        "{\"client\":{\"id\":\"%s\"},\"response_type\":\"code\"%s}".formatted(app.id(), more);
    return Tokens.ask(person, body);
  }

  /** The code of who lets it in. */
  public static String code(AccountId person, App app) {
    return code(person, app, "");
  }

  public static String code(AccountId person, App app, String more) {
    return letIn(session(person), app, more)
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("grant.code");
  }

  public static String pkce() {
    return ",\"code_challenge\":\"" + CHALLENGE + "\",\"code_challenge_method\":\"S256\"";
  }

  public static ValidatableResponse form(String path, Map<String, String> parameters) {
    return given().contentType(ContentType.URLENC).formParams(parameters).post(path).then();
  }

  public static ValidatableResponse redeem(App app, String code) {
    return form(
        TOKENS,
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "client_id",
            app.id(),
            "client_secret",
            app.secret()));
  }

  public static ValidatableResponse refresh(App app, String token) {
    return form(
        TOKENS,
        Map.of(
            "grant_type",
            "refresh_token",
            "refresh_token",
            token,
            "client_id",
            app.id(),
            "client_secret",
            app.secret()));
  }

  /** What a client has after it was let in. */
  public static Held held(AccountId person, App app) {
    return held(redeem(app, code(person, app)));
  }

  public static Held held(ValidatableResponse issued) {
    var json = issued.statusCode(200).extract().jsonPath();
    return new Held(json.getString("access_token"), json.getString("refresh_token"));
  }

  public static boolean active(String token) {
    return Tokens.introspect(token).getBoolean("active");
  }

  /** A client as its owner was answered. */
  public record App(JsonPath json) {

    public String id() {
      return json.getString("id");
    }

    public String secret() {
      return json.getString("secret");
    }

    public String path() {
      return CLIENTS + "/" + id();
    }
  }

  /** The tokens that a client has. */
  public record Held(String access, String refresh) {}
}
