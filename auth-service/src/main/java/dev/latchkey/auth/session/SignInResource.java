package dev.latchkey.auth.session;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.auth.device.Devices;
import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.RandomIds;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /sessions}: the edge has checked password and factor; here the session is opened. */
@Cancellable(false)
@Path("/sessions")
public class SignInResource {

  private final SessionOpening opening;
  private final SessionRenewal renewal;
  private final Devices devices;
  private final RecoveryAdvising advising;
  private final SessionConfig config;
  private final RandomIds ids;
  private final Clock clock;
  private final Caller caller;

  SignInResource(
      SessionOpening opening,
      SessionRenewal renewal,
      Devices devices,
      RecoveryAdvising advising,
      SessionConfig config,
      RandomIds ids,
      Clock clock,
      Caller caller) {
    this.opening = opening;
    this.renewal = renewal;
    this.devices = devices;
    this.advising = advising;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
    this.caller = caller;
  }

  /** How the person wants to recognise the session in the list. */
  @Schema(
      name = "NewSession",
      examples =
          """
          {"description":"Firefox on the laptop"}\
          """)
  public record NewSession(@Nullable @Size(max = 200) String description) {}

  /** Opens a session. */
  @POST
  @Operation(operationId = "signIn", summary = "Signs in: opens a session")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = SignedInView.class)))
  public Uni<Response> open(@Valid @Nullable NewSession wish) {
    var session = session(wish);
    boolean factor = session.anyFactorAt() != null;
    boolean newDevice = !session.proofs().contains(Proof.KNOWN_DEVICE);
    return opening.open(session, newDevice).chain(outcome -> answer(outcome, factor && newDevice));
  }

  /** A new token for this session; the old one is dead. */
  @POST
  @Path("/~/actions/renew")
  @Operation(operationId = "renewSession", summary = "A new token for this session")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = SignedInView.class)))
  public Uni<Response> renew() {
    return renewal
        .renew(caller.account(), caller.session())
        .map(found ->
            found
                .map(renewed -> created(renewed, null, null))
                .orElseGet(() -> AuthProblem.INVALID_CREDENTIALS.problem().response()));
  }

  private Session session(@Nullable NewSession wish) {
    var now = clock.instant();
    var proofs = List.copyOf(caller.proofs());
    boolean strong = proofs.stream().anyMatch(Proof::strong);
    boolean any = proofs.stream().anyMatch(Proof::secondFactor);
    return new Session(
        new SessionId(ids.next()),
        caller.account(),
        caller.epoch(),
        description(wish),
        caller.origin(),
        proofs,
        strong ? now : null,
        any ? now : null,
        now,
        now);
  }

  private static String description(@Nullable NewSession wish) {
    return Optional.ofNullable(wish)
        .map(NewSession::description)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElse("Sign-in");
  }

  private Uni<Response> answer(SessionOpeningOutcome outcome, boolean remember) {
    return switch (outcome) {
      case SessionOpeningOutcome.Opened opened ->
          device(opened, remember)
              .chain(device ->
                  advising.advise(opened.session()).map(advice -> created(opened, device, advice)));
      case SessionOpeningOutcome.Overtaken overtaken ->
          Uni.createFrom().item(AuthProblem.INVALID_CREDENTIALS.problem().response());
    };
  }

  /** Never fails: the code is spent and the session open. A device is remembered another time. */
  private Uni<@Nullable OpaqueToken> device(SessionOpeningOutcome.Opened opened, boolean remember) {
    if (!remember) {
      return Uni.createFrom().nullItem();
    }
    var account = opened.session().account();
    return devices
        .remember(account)
        .onFailure()
        .invoke(failure -> Log.warnf("device not remembered accountId=%s", account))
        .onFailure()
        .recoverWithNull();
  }

  private Response created(
      SessionOpeningOutcome.Opened opened,
      @Nullable OpaqueToken device,
      @Nullable RecoveryAdvice advice) {
    return Response.status(Response.Status.CREATED)
        .header("Cache-Control", "no-store")
        .entity(SignedInView.of(opened, config.absolute().toSeconds(), device, advice))
        .build();
  }

  /** The session with its token, told this once; {@code next} after a recovery code only. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      name = "SignedIn",
      examples =
          """
          {"id":"01234567-89ab-4def-8123-456789abcdef","token":"lkse_4fTz0q…",\
          "expires_in":2592000,"description":"Firefox on the laptop",\
          "user":{"id":"01234567-89ab-4def-8123-456789abcdef"},\
          "device":{"token":"lkdv_7aKq…","expires_in":7776000}}\
          """)
  record SignedInView(
      SessionId id,
      String token,
      @JsonProperty("expires_in") long expiresIn,
      String description,
      Owner user,
      @Nullable KnownDevice device,
      @JsonProperty("recovery_codes_left") @Nullable Integer recoveryCodesLeft,
      @Nullable List<String> next) {

    record Owner(AccountId id) {}

    record KnownDevice(String token, @JsonProperty("expires_in") long expiresIn) {}

    static SignedInView of(
        SessionOpeningOutcome.Opened opened,
        long expiresIn,
        @Nullable OpaqueToken device,
        @Nullable RecoveryAdvice advice) {
      var session = opened.session();
      return new SignedInView(
          session.id(),
          opened.token().text(),
          expiresIn,
          session.description(),
          new Owner(session.account()),
          device == null ? null : new KnownDevice(device.text(), Devices.LIFE.toSeconds()),
          advice == null ? null : advice.codesLeft(),
          advice == null ? null : advice.next());
    }
  }
}
