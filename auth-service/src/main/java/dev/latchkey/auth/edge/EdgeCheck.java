package dev.latchkey.auth.edge;

import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.auth.signin.SignIn;
import dev.latchkey.auth.signin.SignInAttempt;
import dev.latchkey.auth.signin.SignInOutcome;
import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.contracts.endpoint.StepUp;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides who a request is. Deny by default: an endpoint that is not in the table is unknown, a
 * kind of credential that its row does not name is refused, whatever else is right.
 */
@Singleton
class EdgeCheck {

  private final TokenResolution tokens;
  private final SignIn signIn;
  private final FirstFactorCheck firstFactor;
  private final StepUpCheck stepUp;
  private final Identities identities;
  private final Clock clock;

  EdgeCheck(
      TokenResolution tokens,
      SignIn signIn,
      FirstFactorCheck firstFactor,
      StepUpCheck stepUp,
      Identities identities,
      Clock clock) {
    this.tokens = tokens;
    this.signIn = signIn;
    this.firstFactor = firstFactor;
    this.stepUp = stepUp;
    this.identities = identities;
    this.clock = clock;
  }

  Uni<EdgeOutcome> check(EdgeRequest request) {
    return Endpoints.find(request.verb(), request.path())
        .map(endpoint -> check(request, endpoint))
        .orElseGet(() -> refuse(unknown(request)));
  }

  private Uni<EdgeOutcome> check(EdgeRequest request, Endpoint endpoint) {
    if (endpoint.anonymous()) {
      return Uni.createFrom().item(anonymous(request, endpoint));
    }
    return switch (CredentialReading.of(request.headers())) {
      case Presented.Nothing none -> refuse(AuthProblem.INVALID_CREDENTIALS);
      case Presented.Unreadable unreadable -> refuse(AuthProblem.INVALID_CREDENTIALS);
      case Presented.Several several -> refuse(AuthProblem.SEVERAL_CREDENTIALS);
      case Presented.Token token -> byToken(request, endpoint, token);
      case Presented.EmailAndPassword typed -> byPassword(request, endpoint, typed);
      case Presented.Challenge challenge -> byChallenge(request, endpoint, challenge.token());
    };
  }

  /** The gateway shows a client's Authorization to the edge alone: what a login needs goes on. */
  private static EdgeOutcome anonymous(EdgeRequest request, Endpoint endpoint) {
    var login =
        endpoint.equals(Endpoints.BROWSER_LOGIN_POLL)
            ? CredentialReading.browserLogin(request.headers()).map(OpaqueToken::text)
            : Optional.<String>empty();
    return new EdgeOutcome.Anonymous(login.orElse(null));
  }

  private Uni<EdgeOutcome> byToken(EdgeRequest request, Endpoint endpoint, Presented.Token token) {
    return tokens
        .resolve(token, request.origin())
        .chain(found ->
            found
                .map(credential -> allowed(request, endpoint, token, credential))
                .orElseGet(() -> refuse(AuthProblem.INVALID_CREDENTIALS)));
  }

  private Uni<EdgeOutcome> allowed(
      EdgeRequest request, Endpoint endpoint, Presented.Token token, Credential credential) {
    if (!endpoint.credentials().contains(credential.kind())) {
      return refuse(AuthProblem.CREDENTIAL_NOT_ALLOWED);
    }
    if (!endpoint.allows(credential.scopes())) {
      return refuse(AuthProblem.SCOPE_TOO_SMALL);
    }
    if (inPlaceOfPassword(endpoint, token, credential)) {
      return stepUp
          .without(request, endpoint, credential)
          .map(step -> answer(step, shown -> identities.ofSignIn(request, credential, shown)));
    }
    return endpoint.stepUp() == StepUp.NONE
        ? Uni.createFrom().item(identities.reusable(request, endpoint, credential))
        : stepUp
            .check(request, endpoint, credential)
            .map(step ->
                answer(step, shown -> identities.forOneRequest(request, credential, shown)));
  }

  /**
   * {@code heroku login -i} with a token for the password: no second factor is asked for, and what
   * is made is less than the token in every way (docs/threat-model.md).
   */
  private static boolean inPlaceOfPassword(
      Endpoint endpoint, Presented.Token token, Credential credential) {
    return endpoint.signsIn()
        && token.owner().isPresent()
        && CredentialKind.PASSWORD_LIKE.contains(credential.kind());
  }

  private static EdgeOutcome answer(
      StepUpOutcome outcome, Function<StepUpOutcome.Shown, EdgeOutcome> identity) {
    return switch (outcome) {
      case StepUpOutcome.Refused refused -> new EdgeOutcome.Refused(refused.problem());
      case StepUpOutcome.Shown shown -> identity.apply(shown);
    };
  }

  /** Passwords are looked at on the few endpoints of signing in; elsewhere not even hashed. */
  private Uni<EdgeOutcome> byPassword(
      EdgeRequest request, Endpoint endpoint, Presented.EmailAndPassword typed) {
    if (endpoint.takesFirstFactor()) {
      return firstFactor.byPassword(request, typed, device(request));
    }
    if (!endpoint.signsIn()) {
      return refuse(AuthProblem.INVALID_CREDENTIALS);
    }
    var attempt =
        new SignInAttempt(
            typed.email(),
            typed.password(),
            CredentialReading.single(request.headers(), Headers.TWO_FACTOR_CODE),
            device(request),
            request.origin(),
            takesChallenge(endpoint));
    return signIn.byPassword(attempt).map(outcome -> signedIn(request, outcome));
  }

  private Uni<EdgeOutcome> byChallenge(
      EdgeRequest request, Endpoint endpoint, OpaqueToken challenge) {
    if (endpoint.takesFirstFactor() && endpoint.verb() == Verb.POST) {
      return firstFactor.byChallenge(request, challenge);
    }
    if (!takesChallenge(endpoint)) {
      return refuse(AuthProblem.INVALID_CREDENTIALS);
    }
    var code = CredentialReading.single(request.headers(), Headers.TWO_FACTOR_CODE);
    return code.map(text -> signIn.byChallenge(challenge, text, request.origin()))
        .map(outcome -> outcome.map(done -> signedIn(request, done)))
        .orElseGet(() ->
            refuse(
                CommonProblem.INVALID_PARAMS
                    .problem()
                    .field(Headers.TWO_FACTOR_CODE)
                    .message("is missing")));
  }

  private EdgeOutcome signedIn(EdgeRequest request, SignInOutcome outcome) {
    return switch (outcome) {
      case SignInOutcome.Complete complete -> signedIn(request, complete);
      case SignInOutcome.FactorDue due -> new EdgeOutcome.Refused(SignInAnswers.factorDue(due));
      case SignInOutcome.Locked locked ->
          new EdgeOutcome.Refused(SignInAnswers.locked(locked.retryAfter()));
      case SignInOutcome.WrongCredentials wrong -> refused(AuthProblem.INVALID_CREDENTIALS);
      case SignInOutcome.VerificationNeeded needed -> refused(AuthProblem.VERIFICATION_NEEDED);
      case SignInOutcome.WrongCode wrong -> refused(AuthProblem.INVALID_TWO_FACTOR_CODE);
      case SignInOutcome.ChallengeOver over -> refused(AuthProblem.CHALLENGE_OVER);
    };
  }

  private EdgeOutcome signedIn(EdgeRequest request, SignInOutcome.Complete complete) {
    var now = clock.instant();
    var factor = complete.secondFactor();
    var strongAt = factor != null && factor.strong() ? now : null;
    var account = complete.account();
    var credential =
        new Credential(
            CredentialKind.PASSWORD,
            account.id().value(),
            null,
            account.id(),
            complete.epoch(),
            Set.of(Scope.GLOBAL),
            complete.proofs(),
            strongAt,
            factor == null ? null : now,
            null);
    // A password sign-in has shown what is due; there is nothing left to step up to.
    var shown = new StepUpOutcome.Shown(now, strongAt, factor != null, true);
    return identities.forOneRequest(request, credential, shown);
  }

  private static Optional<OpaqueToken> device(EdgeRequest request) {
    return CredentialReading.single(request.headers(), Headers.DEVICE)
        .flatMap(OpaqueToken::parse)
        .filter(token -> token.kind() == TokenKind.DEVICE);
  }

  private static boolean takesChallenge(Endpoint endpoint) {
    return endpoint.path().equals("/sessions");
  }

  private static Problem unknown(EdgeRequest request) {
    var others = Endpoints.verbs(request.path());
    return others.isEmpty()
        ? CommonProblem.NOT_FOUND.problem()
        : CommonProblem.METHOD_NOT_ALLOWED.problem();
  }

  private static Uni<EdgeOutcome> refuse(AuthProblem problem) {
    return Uni.createFrom().item(refused(problem));
  }

  private static Uni<EdgeOutcome> refuse(Problem problem) {
    return Uni.createFrom().item(new EdgeOutcome.Refused(problem));
  }

  private static EdgeOutcome refused(AuthProblem problem) {
    return new EdgeOutcome.Refused(problem.problem());
  }
}
