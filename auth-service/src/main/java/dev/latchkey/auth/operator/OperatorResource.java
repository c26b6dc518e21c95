package dev.latchkey.auth.operator;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.auth.session.LiveSessions;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed.Deed;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.ServiceCaller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.ProblemException;
import dev.latchkey.kit.problem.TimeLimit;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Operators' doors (docs/how-to/operate.md). On the internal port, with an operator's key. */
@Cancellable(false)
@Path("/internal/operator/accounts")
class OperatorResource {

  /** A store that says nothing is one that is away. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final OperatorLog log;
  private final LiveSessions sessions;
  private final SignOut signOut;
  private final Unlocking unlocking;
  private final ServiceCaller operator;

  OperatorResource(
      OperatorLog log,
      LiveSessions sessions,
      SignOut signOut,
      Unlocking unlocking,
      ServiceCaller operator) {
    this.log = log;
    this.sessions = sessions;
    this.signOut = signOut;
    this.unlocking = unlocking;
    this.operator = operator;
  }

  /** By address in a body, which is in no access log; by id where there is one. */
  @POST
  @Path("/actions/find")
  @Operation(operationId = "findAccount", summary = "Looks an account up (operators)")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AccountFile.class)))
  public Uni<Response> find(@Valid @NotNull Wanted wanted) {
    return TimeLimit.on(looked(wanted), PATIENCE)
        .chain(found -> found.isPresent() ? file(found.get()) : Uni.createFrom().item(missing()));
  }

  /** Ends all sessions and sign-ins of the command line; keys and authorizations go on. */
  @POST
  @Path("/{account}/actions/sign-out")
  @Operation(operationId = "signOutAccount", summary = "Ends an account's sessions (operators)")
  public Uni<Response> signOut(@PathParam("account") UUID account) {
    return TimeLimit.on(signOut.signOut(new AccountId(account), operator.keyId()), PATIENCE)
        .map(outcome ->
            switch (outcome) {
              case SignOutOutcome.Done(var receipt) ->
                  Response.ok(
                          new SignedOut(
                              receipt.sessionsEnded().stream().map(SessionLine::of).toList()))
                      .build();
              case SignOutOutcome.Overtaken _ -> AuthProblem.ACCOUNT_CHANGED.problem().response();
              case SignOutOutcome.NoAccount _ -> missing();
            });
  }

  /** Forgets failed passwords, five times a day at most. */
  @POST
  @Path("/{account}/actions/unlock")
  @Operation(operationId = "unlockPasswords", summary = "Forgets failed passwords (operators)")
  public Uni<Response> unlock(@PathParam("account") UUID account) {
    return TimeLimit.on(unlocking.unlock(new AccountId(account), operator.keyId()), PATIENCE)
        .map(outcome ->
            switch (outcome) {
              case UnlockOutcome.Done _ -> Response.noContent().build();
              case UnlockOutcome.TooOften(var after) ->
                  AuthProblem.TOO_MANY_ATTEMPTS.problem().retryAfter(after).response();
              case UnlockOutcome.NoAccount _ -> missing();
            });
  }

  private Uni<Optional<Account>> looked(Wanted wanted) {
    var id = wanted.id();
    var email = Optional.ofNullable(wanted.email()).flatMap(EmailAddress::parse);
    if (id != null) {
      return log.opened(new AccountId(id), operator.keyId(), Deed.LOOKED_UP);
    }
    if (wanted.email() == null) {
      throw new ProblemException(
          CommonProblem.INVALID_PARAMS.problem().field("email").message("or id is needed"));
    }
    return email.isPresent()
        ? log.opened(email.get(), operator.keyId(), Deed.LOOKED_UP)
        : Uni.createFrom().item(Optional.empty());
  }

  private Uni<Response> file(Account account) {
    return sessions
        .of(account.id())
        .map(live -> Response.ok(AccountFile.of(account, live)).build());
  }

  private static Response missing() {
    return CommonProblem.NOT_FOUND.problem().resource("account").response();
  }

  /** An id, or else an address. */
  record Wanted(@Nullable UUID id, @Nullable String email) {
    @Override
    public String toString() {
      return "Wanted[redacted]";
    }
  }

  /** What is over. */
  record SignedOut(@JsonProperty("sessions_ended") List<SessionLine> sessionsEnded) {
    SignedOut {
      sessionsEnded = List.copyOf(sessionsEnded);
    }
  }
}
