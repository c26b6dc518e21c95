package dev.latchkey.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Quiet;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** One fault while people are at it, then quiet, then what the stores say. */
final class Round {

  /** Within the time in which deeds begin, and after it. */
  private static final int LATEST_STRIKE_MS = 1_000;

  private final Platform platform;
  private final Fault fault;
  private final Random random;
  private final Deeds deeds;

  Round(Platform platform, Fault fault, long seed) {
    this.platform = platform;
    this.fault = fault;
    random = new Random(seed);
    // Of its own: else a fault that draws once more would move every deed.
    deeds = new Deeds(new Random(seed));
  }

  Deeds deeds() {
    return deeds;
  }

  /** Fails when anything is not as it must be. */
  void play(Company company) {
    var begin = platform.events().now();
    var roles = company.cast();
    Together.run(roles.stream().<Runnable>map(role -> role::prepare).toList());
    var accounts = roles.stream().map(role -> role.member().account()).toList();
    roles.forEach(role -> role.act(deeds));

    strike(new Setting(platform, begin, accounts, random));

    for (var owner : Owner.values()) {
      platform.service(owner).awaitReady();
    }
    Together.run(roles.stream().<Runnable>map(role -> role::insist).toList());
    Quiet.await(platform);
    judge(roles, new Said(platform.events().since(begin)));
  }

  private void strike(Setting setting) {
    var moment = Duration.ofMillis(random.nextInt(LATEST_STRIKE_MS));
    try (var blow = fault.arm(setting)) {
      deeds.begin();
      Setting.sleep(moment);
      blow.strike();
      deeds.awaitAnswers();
    }
  }

  private void judge(List<Role> roles, Said said) {
    assertThat(deeds.wrong()).as("answers that are neither right nor 503").isEmpty();
    said.assertOneFactAnId();
    roles.forEach(role -> role.member().assertOneMailARequest(said));
    Together.run(
        roles.stream()
            .<Runnable>map(role -> () -> role.judge(said, fault.losesSessions()))
            .toList());
  }
}
