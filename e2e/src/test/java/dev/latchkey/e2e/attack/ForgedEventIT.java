package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.EventProof;
import dev.latchkey.contracts.event.EventType;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.Forger;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Quiet;
import dev.latchkey.e2e.store.EventLog;
import dev.latchkey.e2e.store.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Who can write to Kafka, and even has some key, decides nothing about anybody's account. */
@OnThePlatform
@Tag("attack-68")
@Isolated
class ForgedEventIT {

  private static final String AUTH = Owner.AUTH.service();
  private static final String MFA = Owner.MFA.service();
  private static final List<Owner> HEARERS =
      List.of(Owner.AUTH, Owner.MFA, Owner.TOKEN, Owner.NOTIFICATION);

  private final Platform platform;
  private final EventLog events;

  ForgedEventIT(Platform platform) {
    this.platform = platform;
    events = platform.events();
  }

  /** Somebody with all that a forger might want to end. */
  private record Victim(Person erin, String account, SignedIn here, SignedIn there, String token) {}

  @Test
  void a_forged_event_ends_nothing_and_the_next_true_one_takes_effect() {
    var victim = victim();
    Quiet.await(platform);
    var before = platform.postgres().about(victim.account());
    assertThat(before.get("mfa.totp_factor")).hasSize(1);
    var forgeries = wanted(victim.account()).flatMap(this::forged).toList();

    events.say(forgeries);

    Quiet.await(platform);
    assertThat(platform.postgres().about(victim.account())).isEqualTo(before);
    assertLivesOn(victim);
    assertSetAside(victim.account(), forgeries);
    close(victim);
    Quiet.await(platform);
    assertThat(platform.postgres().about(victim.account()).get("mfa.totp_factor")).isEmpty();
    assertSetAside(victim.account(), forgeries);
  }

  @Test
  void what_a_service_truly_said_can_not_be_turned_against_another() {
    var victim = victim();
    var mallory = platform.people().signedUp("mallory");
    var hers = mallory.signIn();
    var account = mallory.account(hers);
    mallory.enrol(hers);
    Quiet.await(platform);
    var before = platform.postgres().about(victim.account());
    var said = events.about(account).stream().filter(ForgedEventIT::deciding).toList();

    var turned = said.stream().flatMap(one -> turned(one, account, victim.account())).toList();
    events.say(turned);

    Quiet.await(platform);
    assertThat(said).isNotEmpty();
    assertThat(platform.postgres().about(victim.account())).isEqualTo(before);
    assertLivesOn(victim);
    assertSetAside(victim.account(), turned);
  }

  private Victim victim() {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn("here");
    erin.enrol(here);
    var there = erin.signInWithCode();
    return new Victim(erin, erin.account(here), here, there, erin.authorize(here, "read"));
  }

  /** The closing of the account, the end of its sessions, and the end of its second factor. */
  private Stream<Heard> wanted(String account) {
    var change = events.about(account, "MfaEnabled").getFirst().id();
    return Stream.of(
        event(account, "AccountClosed", ""),
        event(account, "SessionsRevoked", ",\"ended\":[],\"epoch\":1000000"),
        event(
            account,
            "MfaChangeRefused",
            ",\"change\":\"TWO_FACTOR_ENABLED\",\"causedBy\":\"%s\"".formatted(change)));
  }

  /** Without a proof, with one under a key of his own, and under true keys of others. */
  private Stream<Heard> forged(Heard wanted) {
    var mfa = Forger.withKeyOf(platform, MFA);
    var stranger = Forger.withHisOwnKey();
    return Stream.of(
        wanted,
        stranger.prove(wanted, "stranger"),
        stranger.prove(wanted, AUTH),
        mfa.prove(wanted, MFA),
        mfa.prove(wanted, AUTH),
        mfa.prove(wanted.with("ce_source", "/" + MFA), MFA),
        Forger.withKeyOf(platform, "gateway").prove(wanted, "gateway"));
  }

  private static Heard event(String account, String fact, String more) {
    var at = "2026-11-21T10:15:30Z";
    var headers =
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_source",
            "/" + AUTH,
            "ce_type",
            "dev.latchkey.account.%s.v1".formatted(fact),
            "ce_time",
            at,
            "ce_subject",
            account,
            "content-type",
            "application/json");
    var body =
        "{\"account\":\"%s\",\"at\":\"%s\"%s,\"origin\":\"k1.x\"}".formatted(account, at, more);
    return new Heard(Topic.ACCOUNT.topic(), account, headers, body);
  }

  private static boolean deciding(Heard one) {
    return one.topic().equals(Topic.ACCOUNT.topic()) && one.fact().equals("SessionsRevoked");
  }

  /** True words about one account, made to be about another; and their proof on other words. */
  private Stream<Heard> turned(Heard one, String from, String to) {
    var headers = one.with("ce_subject", to).headers();
    var proof = one.headers().getOrDefault(EventProof.HEADER, "");
    assertThat(proof).isNotEmpty();
    var turned = new ArrayList<Heard>();
    turned.add(new Heard(one.topic(), to, headers, one.text().replace(from, to)));
    turned.add(new Heard(one.topic(), to, one.headers(), one.text()));
    wanted(to).forEach(wanted -> turned.add(wanted.with(EventProof.HEADER, proof)));
    return turned.stream();
  }

  private void assertLivesOn(Victim victim) {
    assertThat(platform.api().get("/account").bearer(victim.here().token()).send()).hasStatus(200);
    assertThat(platform.api().get("/account").bearer(victim.there().token()).send()).hasStatus(200);
    assertThat(platform.api().get("/account").bearer(victim.token()).send()).hasStatus(200);
    assertThat(victim.erin().challenge()).as("the code is still asked for").isNotEmpty();
  }

  /** Whoever has an ear for one has it among its dead letters, unread. */
  private void assertSetAside(String account, List<Heard> forgeries) {
    var said = events.about(account);
    for (var hearer : HEARERS) {
      assertThat(said)
          .filteredOn(one -> one.topic().equals(Topic.ACCOUNT.deadLetters(hearer)))
          .as(hearer.service())
          .hasSize((int) forgeries.stream().filter(one -> hears(hearer, one)).count())
          .allSatisfy(letter ->
              assertThat(letter.headers().get("dead-letter-reason"))
                  .containsAnyOf("ce_proof", "ce_source"));
    }
  }

  private static boolean hears(Owner hearer, Heard one) {
    var type = EventType.ofType(one.headers().getOrDefault("ce_type", "")).orElseThrow();
    return type.heardBy().contains(hearer);
  }

  private void close(Victim victim) {
    var closing =
        platform
            .api()
            .delete("/account")
            .bearer(victim.here().token())
            .password(victim.erin().password())
            .code(victim.erin().authenticator().freshCode())
            .send();
    assertThat(closing).hasStatus(200);
  }
}
