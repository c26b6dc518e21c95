package dev.latchkey.auth.browserlogin;

import dev.latchkey.auth.origin.ClientNetwork;
import dev.latchkey.kit.identity.OpaqueToken;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Waits for the decision on a login. It looks into Redis from time to time and holds nothing but
 * its seat meanwhile: no thread, no connection to a store.
 */
@ApplicationScoped
class LoginWaiting {

  /** What the command line is told. */
  sealed interface Outcome {
    /** It is signed in; this is the only time the token is there to tell. */
    record SignedIn(String token) implements Outcome {
      @Override
      public String toString() {
        return "SignedIn[redacted]";
      }
    }

    /** It is not, for that reason. */
    record Refused(String why) implements Outcome {}

    /** Nobody has decided so far; whoever asks again waits again. */
    record Undecided(String why) implements Outcome {}

    /** There is no login with that id and that token. */
    record Unknown() implements Outcome {}

    /** Too many wait here. */
    record Crowded() implements Outcome {}
  }

  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final String DENIED = "The sign-in was denied in the browser.";
  private static final String EXPIRED = "The sign-in has expired. Run the command again.";
  private static final String UNDECIDED =
      "Nobody approved the sign-in in time. Run the command again.";
  private static final String OVER = "The sign-in could not be completed. Run the command again.";

  private final BrowserLogins logins;
  private final LoginFinishing finishing;
  private final WaitingRoom room;
  private final BrowserLoginConfig config;
  private final Clock clock;

  LoginWaiting(
      BrowserLogins logins,
      LoginFinishing finishing,
      WaitingRoom room,
      BrowserLoginConfig config,
      Clock clock) {
    this.logins = logins;
    this.finishing = finishing;
    this.room = room;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Waits, until there is something to say.
   *
   * @param gone whether the client has hung up: nothing is made that nobody would get
   */
  Uni<Outcome> await(LoginId id, OpaqueToken token, BooleanSupplier gone) {
    // The token first: who knows no more than the address must not take the seat of who waits.
    return logins
        .find(id, token)
        .chain(found ->
            found
                .map(login -> seated(login, token, gone))
                .orElseGet(() -> Uni.createFrom().item(new Outcome.Unknown())));
  }

  private Uni<Outcome> seated(BrowserLogin login, OpaqueToken token, BooleanSupplier gone) {
    var until = clock.instant().plus(config.patience());
    return room.enter(login.id(), ClientNetwork.of(login.origin().ip()))
        .map(seat -> await(new Wait(login.id(), token, seat, gone, until)))
        .orElseGet(() -> Uni.createFrom().item(new Outcome.Crowded()));
  }

  /** One request that waits. */
  private record Wait(
      LoginId id, OpaqueToken token, WaitingRoom.Seat seat, BooleanSupplier gone, Instant until) {}

  private Uni<Outcome> await(Wait wait) {
    var context = Vertx.currentContext();
    return Multi.createBy()
        .repeating()
        .uni(() -> look(wait).call(found -> found.isEmpty() ? pause(context) : done()))
        .whilst(Optional::isEmpty)
        .collect()
        .last()
        .map(Optional::orElseThrow)
        .onTermination()
        .invoke(wait.seat()::leave);
  }

  /** The answer, if there is one by now. */
  private Uni<Optional<Outcome>> look(Wait wait) {
    if (wait.gone().getAsBoolean() || !wait.seat().kept()) {
      // Not undecided: two with the same token, asking again at once, would displace each other.
      return refused(UNDECIDED);
    }
    return logins
        .find(wait.id(), wait.token())
        .chain(found ->
            found
                .map(login -> judge(wait, login))
                .orElseGet(() -> Uni.createFrom().item(Optional.of(new Outcome.Unknown()))));
  }

  private Uni<Optional<Outcome>> judge(Wait wait, BrowserLogin login) {
    var now = clock.instant();
    if (!login.left(BrowserLogins.LIFE, now).isPositive()) {
      return refused(EXPIRED);
    }
    return switch (login.state()) {
      case WAITING -> Uni.createFrom().item(undecided(now.isBefore(wait.until())));
      case APPROVED, FINISHING -> finish(login);
      case DENIED -> refused(DENIED);
      case FINISHED -> refused(OVER);
    };
  }

  private Uni<Optional<Outcome>> finish(BrowserLogin login) {
    var approval = login.approval();
    if (approval == null) {
      // Somebody wrote into Redis that it is approved; nobody of ours did.
      return refused(OVER);
    }
    return finishing
        .finish(login, approval)
        .map(token ->
            Optional.of(
                token
                    .<Outcome>map(Outcome.SignedIn::new)
                    .orElseGet(() -> new Outcome.Refused(OVER))));
  }

  /** Back on the request's own context: Hibernate Reactive finds its session there only. */
  private static Uni<Void> pause(Context context) {
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(PAUSE)
        .emitOn(next -> context.runOnContext(nothing -> next.run()));
  }

  private static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }

  private static Optional<Outcome> undecided(boolean patient) {
    return patient ? Optional.empty() : Optional.of(new Outcome.Undecided(UNDECIDED));
  }

  private static Uni<Optional<Outcome>> refused(String why) {
    return Uni.createFrom().item(Optional.of(new Outcome.Refused(why)));
  }
}
