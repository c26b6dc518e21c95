package dev.latchkey.contracts.endpoint;

import static dev.latchkey.contracts.endpoint.Verb.DELETE;
import static dev.latchkey.contracts.endpoint.Verb.GET;
import static dev.latchkey.contracts.endpoint.Verb.POST;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which caller may ask at which internal endpoint. Every service's guard reads it: what is not here
 * is 403 for everybody. A service that was taken over can ask what its own key opens, and no more.
 */
public final class InternalEndpoints {

  /** Every row, in the order of the documents. */
  public static final List<InternalEndpoint> ALL =
      List.of(
          row(null, "/internal/edge/**", Owner.AUTH, Asker.GATEWAY),
          row(GET, "/internal/accounts/{id}/epoch", Owner.AUTH, Asker.MFA),
          row(
              GET,
              "/internal/accounts/{id}/addresses",
              Owner.AUTH,
              Asker.MFA,
              Asker.TOKEN,
              Asker.NOTIFICATION),
          row(POST, "/internal/cascades", Owner.AUTH, Asker.MFA),
          row(GET, "/internal/authorized-keys", Owner.AUTH, Asker.GIT),
          row(POST, "/internal/identity-keys/actions/rotate", Owner.AUTH, Asker.OPERATOR),
          operators(POST, "/actions/find", Owner.AUTH),
          operators(POST, "/{account}/actions/sign-out", Owner.AUTH),
          operators(POST, "/{account}/actions/unlock", Owner.AUTH),
          deadLetters(GET, "", Owner.AUTH),
          deadLetters(POST, "/actions/replay", Owner.AUTH),
          row(GET, "/internal/accounts/{account}/second-factor", Owner.MFA, Asker.AUTH),
          row(DELETE, "/internal/accounts/{account}/second-factor", Owner.MFA, Asker.AUTH),
          row(
              POST,
              "/internal/accounts/{account}/second-factor/actions/verify",
              Owner.MFA,
              Asker.AUTH),
          operators(POST, "/{account}/two-factor/actions/unlock", Owner.MFA),
          operators(GET, "/{account}/two-factor-removal", Owner.MFA),
          operators(POST, "/{account}/two-factor-removal", Owner.MFA),
          operators(DELETE, "/{account}/two-factor-removal", Owner.MFA),
          operators(POST, "/{account}/two-factor-removal/actions/approve", Owner.MFA),
          deadLetters(GET, "", Owner.MFA),
          deadLetters(POST, "/actions/replay", Owner.MFA),
          row(POST, "/internal/introspect", Owner.TOKEN, Asker.AUTH),
          row(GET, "/internal/accounts/{account}/authorizations", Owner.TOKEN, Asker.AUTH),
          row(POST, "/internal/sign-ins", Owner.TOKEN, Asker.AUTH),
          deadLetters(GET, "", Owner.TOKEN),
          deadLetters(POST, "/actions/replay", Owner.TOKEN),
          row(POST, "/internal/phone-line", Owner.NOTIFICATION, Asker.MFA),
          operators(GET, "/{account}/events", Owner.NOTIFICATION),
          deadLetters(GET, "", Owner.NOTIFICATION),
          deadLetters(POST, "/actions/replay", Owner.NOTIFICATION));

  private static final Map<String, List<InternalEndpoint>> BY_SERVICE =
      ALL.stream().collect(Collectors.groupingBy(row -> row.owner().service()));

  private InternalEndpoints() {}

  /**
   * True when a row of that service lets the caller ask. Nobody may when there is no row.
   *
   * @param service who is asked
   * @param caller name in the service credential
   * @param method as it is in the request; {@code HEAD} is {@code GET}
   * @param path as it is in the request, without a query
   */
  public static boolean allow(String service, String caller, String method, String path) {
    var verb = Verb.of(method);
    var asker = Asker.named(caller);
    if (asker.isEmpty()) {
      return false;
    }
    // Each request between services comes by here.
    for (var row : BY_SERVICE.getOrDefault(service, List.of())) {
      if (row.lets(asker.get()) && row.matches(verb, path)) {
        return true;
      }
    }
    return false;
  }

  /** What the people who run the platform do to an account; each use is in its security log. */
  private static InternalEndpoint operators(Verb verb, String path, Owner owner) {
    return row(verb, "/internal/operator/accounts" + path, owner, Asker.OPERATOR);
  }

  /** What a service could not handle. Its name is in the path: no two services share one. */
  private static InternalEndpoint deadLetters(Verb verb, String path, Owner owner) {
    return row(
        verb, "/internal/operator/dead-letters/" + owner.service() + path, owner, Asker.OPERATOR);
  }

  private static InternalEndpoint row(
      @Nullable Verb verb, String path, Owner owner, Asker... askers) {
    return new InternalEndpoint(verb, path, owner, Set.of(askers));
  }

  /** Those of one service. */
  public static List<InternalEndpoint> of(Owner owner) {
    return ALL.stream().filter(row -> row.owner() == owner).toList();
  }

  /** How a row is written in documents; {@code any} where every method is taken. */
  public static String method(InternalEndpoint row) {
    return Optional.ofNullable(row.verb()).map(Verb::name).orElse("any");
  }
}
