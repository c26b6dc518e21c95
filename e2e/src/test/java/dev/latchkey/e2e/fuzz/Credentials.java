package dev.latchkey.e2e.fuzz;

import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What requests show: somebody's good session, nothing at all, or nonsense. */
final class Credentials {

  private final Platform platform;
  private Person person;
  private SignedIn session;

  Credentials(Platform platform) {
    this.platform = platform;
    person = platform.people().signedUp("fuzzy");
    session = person.signIn();
  }

  /**
   * Some operations end the session, and wrong passwords lock the account, which is their right:
   * then somebody else goes on.
   */
  void renew() {
    var answer = platform.api().get("/account").bearer(session.token()).sendPatiently();
    if (answer.status() == 401) {
      person = platform.people().signedUp("fuzzy");
      session = person.signIn();
    }
  }

  /** The value of Authorization; half of them good. */
  Optional<String> some(Operation operation, Random random, HostileText text) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> Optional.empty();
      case 2 -> Optional.of("Bearer " + HostileText.TOKEN);
      case 3 -> Optional.of(text.pick(List.of("Bearer ", "Basic ", "")) + text.header());
      default -> Optional.of(good(operation));
    };
  }

  private String good(Operation operation) {
    boolean signsIn =
        Endpoints.ALL.stream()
            .filter(row -> row.verb() == operation.verb() && row.path().equals(operation.path()))
            .anyMatch(Endpoint::signsIn);
    if (!signsIn) {
      return "Bearer " + session.token();
    }
    var pair = person.email() + ":" + person.password();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
