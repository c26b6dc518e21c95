package dev.latchkey.e2e.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Drawn;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Quiet;
import dev.latchkey.e2e.store.EventLog;
import dev.latchkey.e2e.store.Heard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Kafka promises at least once and says nothing of how often, nor how late: here, all of it. */
@OnThePlatform
@Order(Integer.MAX_VALUE - 1)
@Isolated
class RedeliveryIT {

  private static final int COPIES = 3;

  private final Platform platform;
  private final EventLog events;

  RedeliveryIT(Platform platform) {
    this.platform = platform;
    events = platform.events();
  }

  /** Somebody with all that an account can have. */
  private record Life(Person erin, String account, Map<String, String> tokens) {}

  @Test
  @Tag("attack-66")
  @Tag("attack-69")
  void everything_that_was_said_comes_thrice_more_in_any_order_and_changes_nothing() {
    System.out.println("redelivery: -Dlatchkey.e2e.seed=" + Drawn.SEED);
    var life = life();
    awaitLastUses(life);
    Quiet.await(platform);
    var before = picture(life);
    var said = events.about(life.account());
    var again = new ArrayList<Heard>();
    for (int i = 0; i < COPIES; i++) {
      again.addAll(said);
    }
    Collections.shuffle(again, new Random(Drawn.SEED));

    events.say(again);
    Quiet.await(platform);

    assertThat(said.stream().map(Heard::fact).distinct())
        .contains("MessageRequested", "AccountRegistered", "MfaEnabled", "PasswordChanged")
        .contains("RecoveryCodesIssued", "RecoveryCodeUsed")
        .contains("SessionsRevoked", "ApiKeyRotated", "AuthorizationCreated", "MessageDelivered");
    assertThat(picture(life)).as("-Dlatchkey.e2e.seed=%d", Drawn.SEED).isEqualTo(before);
    assertThat(events.about(life.account()))
        .as("nothing new was said; -Dlatchkey.e2e.seed=%d", Drawn.SEED)
        .hasSize(said.size() + again.size());
  }

  /** The main job, and what comes around it. */
  private Life life() {
    var erin = platform.people().signedUp("erin");
    var tokens = new HashMap<String, String>();
    var here = erin.signIn("laptop");
    tokens.put("laptop", here.token());
    tokens.put("phone", erin.signIn("phone").token());
    tokens.put("first key", erin.apiKey(here));
    tokens.put("script", erin.authorize(here, "global"));
    erin.enrol(here);
    var codes = erin.recoveryCodes(here);
    tokens.put("by recovery code", erin.signInWithCode(codes.getFirst()).token());
    tokens.put("second key", erin.apiKey(here));
    tokens.put("tablet", erin.signInWithCode().token());
    erin.changePassword(here, "a later " + erin.password());
    tokens.put("third key", erin.apiKey(here));
    tokens.put("late script", erin.authorize(here, "read"));
    tokens.put("desk", erin.signInWithCode().token());
    return new Life(erin, erin.account(here), tokens);
  }

  /** Uses every token, until that is noted: once an hour each, beside the request. */
  private void awaitLastUses(Life life) {
    life.tokens().values().forEach(this::status);
    await()
        .atMost(Slack.of(Duration.ofSeconds(30)))
        .until(() ->
            platform
                    .postgres()
                    .number(
                        Owner.TOKEN,
                        """
                        select count(*) from authorizations
                        where account = ? and ended_at is null and last_used_at is null
                        """,
                        UUID.fromString(life.account()))
                == 0);
  }

  /** Everything about a life that a repetition could spoil. */
  private Map<String, Object> picture(Life life) {
    var account = UUID.fromString(life.account());
    var postgres = platform.postgres();
    var log = "select id, type, data::text from security_event where account = ? order by id";
    var mails = "select message, state, attempts from delivery where account = ? order by message";
    var answers = new HashMap<String, Integer>();
    life.tokens().forEach((name, token) -> answers.put(name, status(token)));
    return Map.of(
        "rows", postgres.about(life.account()),
        "security log", postgres.rows(Owner.NOTIFICATION, log, account),
        "deliveries", postgres.rows(Owner.NOTIFICATION, mails, account),
        "mails", life.erin().mailbox().mails().size(),
        "answers", answers);
  }

  private int status(String token) {
    return platform.api().get("/account").bearer(token).send().status();
  }
}
