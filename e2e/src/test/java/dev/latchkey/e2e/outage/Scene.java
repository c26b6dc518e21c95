package dev.latchkey.e2e.outage;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Quiet;
import dev.latchkey.e2e.store.Heard;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who is about to do a deed, and how it was before. */
final class Scene {

  static final Duration AFTERWARDS = Slack.of(Duration.ofSeconds(40));

  /** A mail that was in the hand of who was killed is taken up when the claim lapses: 50 s. */
  private static final Duration SETTLING = Slack.of(Duration.ofSeconds(80));

  private final Platform platform;
  private final Deed deed;
  private final Person erin;
  private final SignedIn here;
  private final SignedIn there;
  private final UUID account;
  private final long epoch;
  private final int mails;
  private final Set<String> earlier;
  private final Map<Owner, Long> effects = new EnumMap<>(Owner.class);
  private CompletableFuture<Answer> answer = new CompletableFuture<>();

  private Scene(Platform platform, Deed deed, Person erin, SignedIn here, SignedIn there) {
    this.platform = platform;
    this.deed = deed;
    this.erin = erin;
    this.here = here;
    this.there = there;
    // Whoever was killed a moment ago may be cold yet.
    await().atMost(AFTERWARDS).untilAsserted(() -> assertThat(page(here)).hasStatus(200));
    account = UUID.fromString(erin.account(here));
    epoch = epoch();
    mails = erin.mailbox().messageIds().size();
    earlier = platform.events().about(id()).stream().map(Heard::id).collect(Collectors.toSet());
    Stream.of(Owner.values()).forEach(owner -> effects.put(owner, effects(owner)));
  }

  /** Somebody with two sessions; all that was said is heard. */
  static Scene of(Platform platform, Deed deed) {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn("here");
    var there = erin.signIn("there");
    deed.prepare(erin, here);
    Quiet.await(platform);
    return new Scene(platform, deed, erin, here, there);
  }

  /** Does the deed; the answer may never come. */
  void begin() {
    answer = deed.begin(platform.api(), erin, here);
  }

  /** Does it again when it was turned away undone: who was killed a moment ago may be cold. */
  void insist() {
    boolean turnedAway =
        answer.isDone() && !answer.isCompletedExceptionally() && answer.join().status() == 503;
    if (turnedAway && waiting().isEmpty() && said().isEmpty()) {
      begin();
    }
  }

  /** Ids of the deed's facts that are committed and not published. */
  List<String> waiting() {
    return ids(
        deed.speaker(),
        "select id from outbox where account = ? and type like ?",
        account,
        "%." + deed.fact() + ".%");
  }

  /** Ids of the deed's facts as Kafka has them, one for each time it was sent. */
  List<String> said() {
    return news().stream().filter(one -> one.fact().equals(deed.fact())).map(Heard::id).toList();
  }

  /** Waits, with short breaths, until a service has committed something that it heard. */
  void awaitEffect(Owner hearer) {
    await("effect in " + hearer.service())
        .atMost(AFTERWARDS)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> effects(hearer) > effects.getOrDefault(hearer, 0L));
  }

  /**
   * Waits for quiet; then all happened, and nothing twice. A mail that was handed over in the
   * moment of the kill is handed over again, under the same {@code Message-ID}.
   */
  void assertOnce() {
    settle();
    assertThat(epoch()).isEqualTo(deed.closes() ? 0 : epoch + (deed.cuts() ? 1 : 0));
    await()
        .atMost(AFTERWARDS)
        .untilAsserted(() -> assertThat(page(here)).hasStatus(deed.closes() ? 401 : 200));
    assertThat(page(there)).hasStatus(deed.cuts() ? 401 : 200);
    assertThat(erin.mailbox().messageIds()).hasSize(mails + 1);
    var facts =
        news().stream()
            .filter(heard -> !heard.fact().equals("SignedIn"))
            .collect(
                Collectors.groupingBy(
                    Heard::fact, Collectors.mapping(Heard::id, Collectors.toSet())));
    assertThat(facts.values()).as("%s", facts).allSatisfy(ids -> assertThat(ids).hasSize(1));
    if (deed.cuts()) {
      assertThat(facts).containsKey("SessionsRevoked");
    }
    // Of a closed account the key goes with the row.
    assertThat(facts.containsKey("ApiKeyRotated")).isEqualTo(deed.cuts() && !deed.closes());
  }

  /** Until every outbox is empty, the deed has taken effect and the security log has every fact. */
  private void settle() {
    await()
        .atMost(SETTLING)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(() -> {
          Quiet.assertNothingUnsaid(platform);
          assertThat(logged()).containsAll(toBeLogged());
          assertThat(deed.cuts() && epoch() == epoch).isFalse();
          assertThat(erin.mailbox().messageIds()).hasSizeGreaterThan(mails);
          if (deed.closes()) {
            assertThat(ids(Owner.MFA, "select id from totp_factor where account = ?", account))
                .isEmpty();
          }
        });
  }

  private List<String> logged() {
    return ids(Owner.NOTIFICATION, "select id from security_event where account = ?", account);
  }

  private List<String> toBeLogged() {
    return news().stream()
        .filter(heard ->
            Set.of("MfaEnabled", "PasswordChanged", "AccountClosed").contains(heard.fact()))
        .map(Heard::id)
        .distinct()
        .toList();
  }

  /** What was said since the scene began, in order. */
  private List<Heard> news() {
    return platform.events().about(id()).stream()
        .filter(heard -> !earlier.contains(heard.id()))
        .toList();
  }

  private List<String> ids(Owner owner, String query, Object... arguments) {
    return platform.postgres().rows(owner, query, arguments).stream().map(List::getFirst).toList();
  }

  private Answer page(SignedIn session) {
    return platform.api().get("/account").bearer(session.token()).send();
  }

  private long epoch() {
    return platform
        .postgres()
        .number(Owner.AUTH, "select epoch from account where id = ?", account);
  }

  private long effects(Owner hearer) {
    return platform.postgres().number(hearer, "select count(*) from inbox");
  }

  private String id() {
    return account.toString();
  }
}
