package dev.latchkey.auth;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.sealing.MessageSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** People with an account, made the way people make one. */
@Singleton
public class People {

  public static final String PASSWORD = "plenty of unrelated words";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final TestGateway gateway;
  private final MessageSeal seal;

  @Inject
  People(TestGateway gateway, MessageSeal seal) {
    this.gateway = gateway;
    this.seal = seal;
  }

  /** An address that nobody has yet. */
  public static String address() {
    return "person-%d-%d@example.com"
        .formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
  }

  /** Somebody with a verified account and no second factor. */
  public TestPerson signedUp() {
    return signedUp(address());
  }

  public TestPerson signedUp(String email) {
    var id = signUp(email, PASSWORD);
    verify(link(id));
    var person = new TestPerson(gateway, id, email);
    person.hasNoSecondFactor();
    return person;
  }

  /** Signs up without opening the link; the id that the answer tells. */
  AccountId signUp(String email, String password) {
    var answer =
        gateway
            .call("POST", "/users")
            .json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password))
            .send();
    answer.then().statusCode(201);
    return AccountId.of(answer.path("id"));
  }

  /** The token of the mail that was asked for. */
  String link(AccountId id) {
    return message(id) instanceof Message.VerifyEmail mail
        ? mail.link().substring(mail.link().indexOf("token=") + "token=".length())
        : "";
  }

  /** The message that was asked for; opened as only notification-service can. */
  Message message(AccountId id) {
    try (var log = EventLog.of(Topic.MESSAGE)) {
      var asked = log.await(MessageRequested.class, id);
      return seal.open(asked.message(), asked.sealed());
    }
  }

  /** The newest message of a kind about somebody, after so many others of that kind. */
  public <M extends Message> M message(AccountId id, Class<M> kind, int others) {
    try (var log = EventLog.of(Topic.MESSAGE)) {
      var seen = new ArrayList<M>();
      var deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
      while (seen.size() <= others && System.nanoTime() < deadline) {
        seen.clear();
        log.all(MessageRequested.class, id, Duration.ofMillis(100)).stream()
            .map(asked -> seal.open(asked.message(), asked.sealed()))
            .filter(kind::isInstance)
            .map(kind::cast)
            .forEach(seen::add);
      }
      return seen.get(others);
    }
  }

  void verify(String token) {
    gateway
        .call("POST", "/users/~/email/actions/verify")
        .json("{\"token\":\"%s\"}".formatted(token))
        .send()
        .then()
        .statusCode(200);
  }

  static OtherServiceStandIn mfa() {
    return OtherServiceStandIn.of(Owner.MFA);
  }
}
