package dev.latchkey.token;

import static io.restassured.RestAssured.given;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import dev.latchkey.kit.testkit.ServiceCalls;
import dev.latchkey.kit.testkit.TestIdentity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** People, their requests as the edge passes them on, and the tokens that these make. */
public final class Tokens {

  public static final String PATH = "/oauth/authorizations";
  public static final String EMAIL = "alice@example.com";

  private Tokens() {}

  /** A new account, whose address auth-service knows. */
  public static AccountId anAccount() {
    var account = new AccountId(UUID.randomUUID());
    OtherServiceStandIn.of(Owner.AUTH)
        .answer(addresses(account), 200, "{\"emails\":[\"" + EMAIL + "\"]}");
    return account;
  }

  /** A new account, about which auth-service can't be asked for the moment. */
  public static AccountId anAccountOutOfReach() {
    var account = new AccountId(UUID.randomUUID());
    OtherServiceStandIn.of(Owner.AUTH).answer(addresses(account), 503, "{}");
    return account;
  }

  /** An account that was closed a moment ago: auth-service knows none such. */
  public static AccountId aClosedAccount() {
    var account = new AccountId(UUID.randomUUID());
    OtherServiceStandIn.of(Owner.AUTH).answer(addresses(account), 404, "{}");
    return account;
  }

  private static String addresses(AccountId account) {
    return "GET /internal/accounts/" + account + "/addresses";
  }

  public static TestIdentity session(AccountId account) {
    return TestIdentity.of(account);
  }

  public static TestIdentity password(AccountId account) {
    return TestIdentity.of(account).credential(CredentialKind.PASSWORD, account.value());
  }

  public static TestIdentity apiKey(AccountId account) {
    return TestIdentity.of(account).credential(CredentialKind.API_KEY, UUID.randomUUID());
  }

  /** The bearer of an explicit authorization. */
  public static TestIdentity bearer(AccountId account, Minted token) {
    return TestIdentity.of(account)
        .credential(CredentialKind.AUTHORIZATION, token.id())
        .token(token.tokenId());
  }

  /** The bearer of a command line's sign-in. */
  public static TestIdentity signedIn(AccountId account, Minted token) {
    return TestIdentity.of(account)
        .credential(CredentialKind.LOGIN_AUTHORIZATION, token.id())
        .token(token.tokenId());
  }

  /** A request of this person. */
  public static RequestSpecification as(TestIdentity person) {
    return given().header("Latchkey-Identity", person.header()).contentType(ContentType.JSON);
  }

  /** Asks for a token; the edge has checked the second factor where one is due. */
  public static ValidatableResponse ask(TestIdentity person, String body) {
    return as(person.stepUp(Verb.POST, PATH)).body(body).post(PATH).then();
  }

  public static Minted mint(TestIdentity person) {
    return mint(person, "{}");
  }

  public static Minted mint(TestIdentity person, String body) {
    return new Minted(ask(person, body).statusCode(201).extract().jsonPath());
  }

  /** A request of auth-service, at the internal port. */
  public static RequestSpecification internally() {
    return given()
        .baseUri("http://127.0.0.1:" + Integer.getInteger("latchkey.internal.actual-port"))
        .port(Integer.getInteger("latchkey.internal.actual-port"))
        .header("Authorization", ServiceCalls.header(Owner.AUTH, Owner.TOKEN))
        .contentType(ContentType.JSON);
  }

  /** What introspection says of a token. */
  public static JsonPath introspect(String token) {
    return internally()
        .body("{\"token\":\"" + token + "\"}")
        .post("/internal/introspect")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Asks for another token; the edge has checked the second factor where one is due. */
  public static ValidatableResponse rotate(TestIdentity person, UUID id) {
    var path = PATH + "/" + id + "/actions/regenerate-tokens";
    return as(person.stepUp(Verb.POST, path)).post(path).then();
  }

  public static boolean active(Minted token) {
    return introspect(token.text()).getBoolean("active");
  }

  /** The answer that made a token. */
  public record Minted(JsonPath json) {

    public UUID id() {
      return UUID.fromString(json.getString("id"));
    }

    public UUID tokenId() {
      return UUID.fromString(json.getString("access_token.id"));
    }

    public String text() {
      return json.getString("access_token.token");
    }
  }
}
