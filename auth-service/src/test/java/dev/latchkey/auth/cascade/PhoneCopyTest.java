package dev.latchkey.auth.cascade;

import static org.awaitility.Awaitility.await;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.TestPerson;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.MfaEvent;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneAdded;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneRemoved;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.kit.testkit.OtherServiceSays;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code /account} shows the recovery phone from auth-service's own copy, which events keep. */
@QuarkusTest
class PhoneCopyTest {

  private static final Instant ON = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant LATER = ON.plusSeconds(60);

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject OriginSeal seal;

  @Test
  void it_comes_and_goes_and_an_old_event_does_not_bring_it_back() {
    var alice = people.signedUp();
    var here = switchedOn(alice);
    var added = new EventId(UUID.randomUUID());

    OtherServiceSays.again(added, added(alice, "+49 •• 12"));
    awaitNumber(alice, here.token(), "+49 •• 12");
    say(new RecoveryPhoneRemoved(alice.id(), LATER, "sealed", origin(alice)));
    awaitNumber(alice, here.token(), null);
    OtherServiceSays.again(added, added(alice, "+49 •• 12"));
    say(added(alice, "+49 •• 13"));

    awaitNumber(alice, here.token(), "+49 •• 13");
  }

  @Test
  void it_goes_with_two_factor_whatever_is_heard_late() {
    var alice = people.signedUp();
    var here = switchedOn(alice);
    say(added(alice, "+49 •• 12"));
    awaitNumber(alice, here.token(), "+49 •• 12");
    change(alice, "TWO_FACTOR_DISABLED", here.id(), 2);
    awaitNumber(alice, here.token(), null);
    say(added(alice, "+49 •• 13"));

    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(10))
        .until(() -> number(alice, here.token()) == null);
  }

  private Here switchedOn(TestPerson person) {
    var session = person.signIn();
    change(person, "TWO_FACTOR_ENABLED", session.path("id"), 1);
    return new Here(session.path("id"), session.path("token"));
  }

  private void change(TestPerson person, String change, String kept, int epoch) {
    gateway
        .internal(Owner.MFA)
        .body(
            """
            {"eventId":"%s","change":"%s","account":"%s","keptSession":"%s",
             "epoch":%d,"at":"%s","origin":{"ip":"192.0.2.1","client":"a test"}}
            """
                .formatted(UUID.randomUUID(), change, person.id(), kept, epoch, ON))
        .post("/internal/cascades")
        .then()
        .statusCode(200);
  }

  private RecoveryPhoneAdded added(TestPerson person, String masked) {
    return new RecoveryPhoneAdded(person.id(), LATER, masked, LATER, null, origin(person));
  }

  private String origin(TestPerson person) {
    return seal.seal(person.id(), new Origin("192.0.2.1", "a test"));
  }

  private static void say(MfaEvent fact) {
    OtherServiceSays.that(fact);
  }

  private static void awaitNumber(TestPerson person, String token, @Nullable String masked) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Objects.equals(number(person, token), masked));
  }

  private static @Nullable String number(TestPerson person, String token) {
    return person.account(token).path("sms_number");
  }

  /** A session, and the token that shows it. */
  private record Here(String id, String token) {}
}
