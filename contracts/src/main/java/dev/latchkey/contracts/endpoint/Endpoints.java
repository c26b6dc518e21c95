package dev.latchkey.contracts.endpoint;

import static dev.latchkey.contracts.endpoint.Owner.AUTH;
import static dev.latchkey.contracts.endpoint.Owner.MFA;
import static dev.latchkey.contracts.endpoint.Owner.NOTIFICATION;
import static dev.latchkey.contracts.endpoint.Owner.TOKEN;
import static dev.latchkey.contracts.endpoint.StepUp.FACTOR;
import static dev.latchkey.contracts.endpoint.StepUp.IF_SHOWN;
import static dev.latchkey.contracts.endpoint.StepUp.NONE;
import static dev.latchkey.contracts.endpoint.StepUp.PASSWORD;
import static dev.latchkey.contracts.endpoint.StepUp.PASSWORD_AND_FACTOR;
import static dev.latchkey.contracts.endpoint.Verb.DELETE;
import static dev.latchkey.contracts.endpoint.Verb.GET;
import static dev.latchkey.contracts.endpoint.Verb.PATCH;
import static dev.latchkey.contracts.endpoint.Verb.POST;
import static dev.latchkey.contracts.endpoint.Verb.PUT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of public endpoints. The edge, the services, the gateway test and the documents all
 * read it; a path that is not here is refused. To add an endpoint: docs/how-to/add-an-endpoint.md.
 */
public final class Endpoints {

  private static final Set<CredentialKind> NOBODY = Set.of();
  private static final Set<CredentialKind> TOKENS = CredentialKind.TOKENS;
  private static final Set<CredentialKind> SESSION = Set.of(CredentialKind.SESSION);
  private static final Set<CredentialKind> SIGN_IN = Set.of(CredentialKind.PASSWORD);
  private static final Set<CredentialKind> FIRST_FACTOR = Set.of(CredentialKind.FIRST_FACTOR);
  private static final Set<CredentialKind> TOKENS_OR_FIRST_FACTOR =
      with(TOKENS, CredentialKind.FIRST_FACTOR);
  private static final Set<CredentialKind> TOKENS_OR_SIGN_IN =
      with(TOKENS, CredentialKind.PASSWORD);

  private static final Set<Scope> GLOBAL = Set.of(Scope.GLOBAL);

  /** Any token may show, list and end itself, whatever its scope: logout needs it. */
  private static final Set<Scope> ANY = Set.copyOf(EnumSet.allOf(Scope.class));

  /**
   * Where the command line waits until its person has decided in the browser: nearly a minute, so
   * the gateways have more patience here, and it is told the token that the client presented.
   */
  public static final Endpoint BROWSER_LOGIN_POLL =
      row(GET, "/auth/cli/{id}", AUTH, NOBODY, ANY, NONE);

  /** Every row, in the order of the documents. */
  public static final List<Endpoint> ALL =
      List.of(
          row(POST, "/users", AUTH, NOBODY, ANY, NONE),
          row(POST, "/users/~/email/actions/verify", AUTH, NOBODY, ANY, NONE),
          row(POST, "/password-resets", AUTH, NOBODY, ANY, NONE),
          row(POST, "/password-resets/{token}/actions/finalize", AUTH, NOBODY, ANY, NONE),
          row(POST, "/auth", AUTH, NOBODY, ANY, NONE),
          BROWSER_LOGIN_POLL,
          row(GET, "/auth/browser/{id}", AUTH, SESSION, GLOBAL, NONE),
          row(POST, "/auth/browser/{id}/actions/approve", AUTH, SESSION, GLOBAL, FACTOR),
          row(POST, "/auth/browser/{id}/actions/deny", AUTH, SESSION, GLOBAL, NONE),
          row(GET, "/account", AUTH, TOKENS, ANY, NONE),
          row(PATCH, "/account", AUTH, TOKENS, GLOBAL, IF_SHOWN),
          row(DELETE, "/account", AUTH, TOKENS, GLOBAL, PASSWORD_AND_FACTOR),
          row(GET, "/users/~", AUTH, TOKENS, ANY, NONE),
          row(PATCH, "/users/~", AUTH, TOKENS, GLOBAL, IF_SHOWN),
          row(DELETE, "/users/~", AUTH, TOKENS, GLOBAL, PASSWORD_AND_FACTOR),
          row(POST, "/sessions", AUTH, SIGN_IN, ANY, NONE),
          row(POST, "/sessions/~/actions/renew", AUTH, SESSION, GLOBAL, NONE),
          row(GET, "/oauth/sessions", AUTH, TOKENS, GLOBAL, NONE),
          row(DELETE, "/oauth/sessions", AUTH, TOKENS, GLOBAL, NONE),
          row(DELETE, "/oauth/sessions/{id}", AUTH, TOKENS, GLOBAL, NONE),
          row(DELETE, "/oauth/sessions/~", AUTH, TOKENS, ANY, NONE),
          row(GET, "/oauth/authorizations/~", AUTH, TOKENS, ANY, IF_SHOWN),
          row(
              POST,
              "/oauth/authorizations/~/actions/regenerate-tokens",
              AUTH,
              TOKENS,
              GLOBAL,
              PASSWORD),
          row(GET, "/account/keys", AUTH, TOKENS, GLOBAL, NONE),
          row(POST, "/account/keys", AUTH, TOKENS, GLOBAL, FACTOR),
          row(GET, "/account/keys/{key}", AUTH, TOKENS, GLOBAL, NONE),
          row(DELETE, "/account/keys/{key}", AUTH, TOKENS, GLOBAL, FACTOR),
          row(GET, "/account/two-factor", MFA, TOKENS, GLOBAL, NONE),
          row(POST, "/account/two-factor", MFA, SESSION, GLOBAL, PASSWORD),
          row(POST, "/account/two-factor/actions/confirm", MFA, SESSION, GLOBAL, NONE),
          row(DELETE, "/account/two-factor", MFA, TOKENS, GLOBAL, PASSWORD),
          row(GET, "/account/recovery-codes", MFA, TOKENS, GLOBAL, PASSWORD_AND_FACTOR),
          row(POST, "/account/recovery-codes", MFA, TOKENS, GLOBAL, PASSWORD_AND_FACTOR),
          row(GET, "/users/~/sms-number", MFA, TOKENS_OR_FIRST_FACTOR, GLOBAL, NONE),
          row(PUT, "/users/~/sms-number", MFA, TOKENS, GLOBAL, PASSWORD_AND_FACTOR),
          row(DELETE, "/users/~/sms-number", MFA, TOKENS, GLOBAL, PASSWORD_AND_FACTOR),
          row(POST, "/users/~/sms-number/actions/confirm", MFA, TOKENS, GLOBAL, NONE),
          row(POST, "/users/~/sms-number/actions/recover", MFA, FIRST_FACTOR, GLOBAL, NONE),
          row(POST, "/oauth/authorizations", TOKEN, TOKENS_OR_SIGN_IN, GLOBAL, FACTOR),
          row(GET, "/oauth/authorizations", TOKEN, TOKENS, ANY, NONE),
          row(GET, "/oauth/authorizations/{id}", TOKEN, TOKENS, ANY, NONE),
          row(PATCH, "/oauth/authorizations/{id}", TOKEN, TOKENS, GLOBAL, FACTOR),
          row(DELETE, "/oauth/authorizations/{id}", TOKEN, TOKENS, ANY, NONE),
          row(
              POST,
              "/oauth/authorizations/{id}/actions/regenerate-tokens",
              TOKEN,
              TOKENS,
              GLOBAL,
              FACTOR),
          row(GET, "/oauth/clients", TOKEN, TOKENS, GLOBAL, NONE),
          row(POST, "/oauth/clients", TOKEN, TOKENS, GLOBAL, FACTOR),
          row(GET, "/oauth/clients/{id}", TOKEN, TOKENS, GLOBAL, NONE),
          row(PATCH, "/oauth/clients/{id}", TOKEN, TOKENS, GLOBAL, FACTOR),
          row(DELETE, "/oauth/clients/{id}", TOKEN, TOKENS, GLOBAL, FACTOR),
          row(
              POST,
              "/oauth/clients/{id}/actions/rotate-credentials",
              TOKEN,
              TOKENS,
              GLOBAL,
              FACTOR),
          row(POST, "/oauth/tokens", TOKEN, NOBODY, ANY, NONE),
          row(DELETE, "/oauth/tokens/{id}", TOKEN, TOKENS, GLOBAL, NONE),
          row(POST, "/oauth/introspect", TOKEN, NOBODY, ANY, NONE),
          row(POST, "/oauth/revoke", TOKEN, NOBODY, ANY, NONE),
          row(GET, "/.well-known/oauth-authorization-server", TOKEN, NOBODY, ANY, NONE),
          row(GET, "/account/security-log", NOTIFICATION, TOKENS, GLOBAL, NONE),
          row(POST, "/twilio/status", NOTIFICATION, NOBODY, ANY, NONE));

  /** Those whose parts are all fixed: nothing that matches beside one has as many. */
  private static final Map<Verb, Map<String, Endpoint>> FIXED =
      ALL.stream()
          .filter(row -> !row.path().contains("{"))
          .collect(groupingBy(Endpoint::verb, toMap(Endpoint::path, row -> row)));

  private Endpoints() {}

  /**
   * The row for a request; of several that match, the one with more fixed parts.
   *
   * @param path as sent, with a leading slash and without a query
   */
  public static Optional<Endpoint> find(Verb verb, String path) {
    // First without a look at every template: the edge asks this before each request.
    var fixed = FIXED.getOrDefault(verb, Map.of()).get(path);
    return fixed == null ? templated(verb, path) : Optional.of(fixed);
  }

  private static Optional<Endpoint> templated(Verb verb, String path) {
    var parts = Endpoint.parts(path);
    return ALL.stream()
        .filter(row -> row.verb() == verb && row.matches(parts))
        .max(Comparator.comparingInt(Endpoint::fixedParts));
  }

  /** The methods that the table has for a path; empty when the path is unknown. */
  public static Set<Verb> verbs(String path) {
    var parts = Endpoint.parts(path);
    var verbs = EnumSet.noneOf(Verb.class);
    ALL.stream().filter(row -> row.matches(parts)).forEach(row -> verbs.add(row.verb()));
    return verbs;
  }

  private static Endpoint row(
      Verb verb,
      String path,
      Owner owner,
      Set<CredentialKind> credentials,
      Set<Scope> scopes,
      StepUp stepUp) {
    return new Endpoint(verb, path, owner, credentials, scopes, stepUp);
  }

  private static Set<CredentialKind> with(Set<CredentialKind> kinds, CredentialKind more) {
    var all = EnumSet.copyOf(kinds);
    all.add(more);
    return Set.copyOf(all);
  }
}
