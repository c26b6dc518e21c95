package dev.latchkey.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Quiet;
import dev.latchkey.e2e.store.Forgetting;
import dev.latchkey.e2e.store.Heard;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What services have made of what they heard is lost; the log, read once more, makes it again. */
@OnThePlatform
@Order(Integer.MAX_VALUE - 5)
@Isolated
class ReplayIT {

  private static final Duration SOON = Slack.of(Duration.ofSeconds(30));

  private static final String LOG = "security_event";
  private static final String EPOCH = "account_epoch";
  private static final String CUT = "account_cut";

  private final Platform platform;

  ReplayIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  @Tag("attack-69")
  void the_whole_log_makes_the_same_again_and_sends_no_mail_twice() {
    var erin = platform.people().signedUp("erin");
    var account = live(erin);
    Quiet.await(platform);
    var said = platform.events().about(account).stream().filter(heard -> !isLetter(heard)).toList();
    var before = platform.postgres().about(account);
    var log = log(account);
    int mails = erin.mailbox().mails().size();
    assertThat(log).hasSizeGreaterThan(5);

    var forgetting = new Forgetting(platform.postgres(), account);
    forgetting.of(Owner.NOTIFICATION, LOG, said);
    forgetting.of(Owner.TOKEN, EPOCH, said);
    forgetting.of(Owner.MFA, CUT, said);
    assertThat(log(account)).isEmpty();
    assertThat(platform.postgres().about(account)).isNotEqualTo(before);

    platform.events().say(said);

    await().atMost(SOON).untilAsserted(() -> assertThat(log(account)).hasSameSizeAs(log));
    Quiet.await(platform);
    assertThat(log(account)).isEqualTo(log);
    assertThat(platform.postgres().about(account)).isEqualTo(before);
    assertThat(erin.mailbox().mails()).hasSize(mails);
    assertThat(platform.events().about(account)).filteredOn(ReplayIT::isLetter).isEmpty();
  }

  /** A life with a cut, a new password and something standing; the account's id. */
  private static String live(Person erin) {
    var here = erin.signIn("laptop");
    var script = erin.authorize(here, "read");
    assertThat(script).isNotEmpty();
    erin.enrol(here);
    erin.changePassword(here, "a later " + erin.password());
    return erin.account(here);
  }

  private List<List<String>> log(String account) {
    var query = "select t::text from %s t where account = ?::uuid order by id".formatted(LOG);
    return platform.postgres().rows(Owner.NOTIFICATION, query, account);
  }

  /** Set aside because nobody could do anything with it. */
  private static boolean isLetter(Heard heard) {
    return heard.topic().endsWith(".dlq");
  }
}
