package dev.latchkey.mfa.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.mfa.NotificationStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Phone;
import dev.latchkey.mfa.Rows;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attacks 39 and 40: how many texts are sent, to whom, and what they may cost. */
@QuarkusTest
@TestProfile(SmsBudgetTest.Small.class)
class SmsBudgetTest {

  private static final long PRICE = 100_000;
  private static final int RANGE = 30;
  private static final int NETWORK = 40;

  /** A little more than that: the time of Redis runs on while the clock of the test stands. */
  private static final Duration A_MINUTE = Duration.ofSeconds(61);

  /** A day's spending of 100 messages; Austria is twice as dear. */
  public static class Small implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "latchkey.sms.spend-per-day", String.valueOf(100 * PRICE),
          "latchkey.sms.per-country-and-day", "60",
          "latchkey.sms.per-network-and-day", String.valueOf(NETWORK),
          "latchkey.sms.price-to.AT", String.valueOf(2 * PRICE));
    }
  }

  @Inject MovableClock clock;
  @Inject ReactiveRedisDataSource redis;
  @Inject SmsAllowance allowance;
  @Inject SmsSpend spend;
  @Inject MeterRegistry meters;

  private Person carol = Person.named("carol");
  private Phone phone = Phone.of(carol);

  @BeforeEach
  void carol_has_a_phone_on_a_day_without_texts() {
    NotificationStandIn.linesAre("mobile");
    forgetAllTexts();
    clock.set(
        clock
            .instant()
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant());
    carol = Person.named("carol");
    var _ = carol.enrol(clock.instant());
    phone = Phone.of(carol).validated();
    clock.advance(Duration.ofDays(1));
    forgetAllTexts();
  }

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  @Tag("attack-39")
  void one_a_minute() {
    assertThat(phone.recover().status()).isEqualTo(201);

    var soon = phone.recover();
    assertThat(soon.status()).isEqualTo(429);
    assertThat(soon.id()).isEqualTo("rate_limit");
    // Rounded up, by a clock that the test may move: it is some milliseconds beside Redis's own.
    assertThat(Integer.parseInt(soon.header("Retry-After"))).isBetween(55, 61);

    clock.advance(A_MINUTE);
    assertThat(phone.recover().status()).isEqualTo(201);
    assertThat(phone.set().status()).isEqualTo(429);
  }

  @Test
  @Tag("attack-39")
  void five_a_challenge() {
    for (int text = 0; text < 5; text++) {
      assertThat(phone.recover("one").status()).isEqualTo(201);
      clock.advance(A_MINUTE);
    }

    assertThat(phone.recover("one").status()).isEqualTo(429);
    assertThat(phone.recover("another").status()).isEqualTo(201);
  }

  @Test
  @Tag("attack-39")
  void ten_a_day_and_a_forgetful_redis_changes_nothing() {
    for (int text = 0; text < 10; text++) {
      assertThat(phone.recover().status()).isEqualTo(201);
      clock.advance(A_MINUTE);
    }

    var unused = redis.execute("FLUSHALL").await().indefinitely();

    var answer = phone.recover();
    assertThat(answer.status()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isGreaterThan(80_000);
    clock.advance(Duration.ofDays(1).plusMinutes(1));
    assertThat(phone.recover().status()).isEqualTo(201);
  }

  @Test
  void what_is_refused_costs_nothing() {
    assertThat(phone.recover().status()).isEqualTo(201);
    for (int text = 0; text < 20; text++) {
      assertThat(phone.recover().status()).isEqualTo(429);
    }

    for (int text = 1; text < 10; text++) {
      clock.advance(A_MINUTE);
      assertThat(phone.recover().status()).isEqualTo(201);
    }
    assertThat(spent()).isEqualTo(10 * PRICE);
    assertThat(Phone.texts(carol.account)).isEqualTo(11);
  }

  @Test
  @Tag("attack-39")
  void a_stranger_who_sets_the_number_up_elsewhere_leaves_its_owner_half_of_the_day() {
    for (int text = 0; text < 5; text++) {
      assertThat(take(order(anybody(), phone.number))).isInstanceOf(Grant.Granted.class);
    }
    assertThat(take(order(anybody(), phone.number))).isInstanceOf(Grant.Refused.class);

    assertThat(phone.recover().status()).isEqualTo(201);
  }

  /** Attack 40. */
  @Test
  @Tag("attack-40")
  void of_a_thousand_numbers_of_one_range_the_first_few_get_a_text() {
    double before = capped("sms-range");

    var granted =
        IntStream.range(0, 1_000)
            .mapToObj("+491512345%04d"::formatted)
            .filter(number -> take(order(anybody(), number)) instanceof Grant.Granted)
            .count();

    assertThat(granted).isLessThanOrEqualTo(RANGE);
    assertThat(spent()).isEqualTo(granted * PRICE).isLessThanOrEqualTo(100 * PRICE);
    assertThat(capped("sms-range") - before).isEqualTo(1_000 - granted);
  }

  @Test
  @Tag("attack-39")
  void whoever_has_a_network_of_addresses_has_its_cap_once() {
    double before = capped("sms-network");

    var granted =
        IntStream.range(0, 60)
            .mapToObj(i -> asked("192.0.2." + i, "+49151%04d0000".formatted(1000 + i)))
            .filter(grant -> grant instanceof Grant.Granted)
            .count();
    forgetRedis();
    var late = asked("192.0.2.200", "+4915120000000");
    var elsewhere = asked("198.51.100.1", "+4915120000000");

    assertThat(granted).isEqualTo(NETWORK);
    assertThat(capped("sms-network") - before).isEqualTo(60 - NETWORK + 1);
    assertThat(late).as("with a Redis that forgot").isInstanceOf(Grant.Refused.class);
    assertThat(elsewhere).isInstanceOf(Grant.Granted.class);
  }

  @Test
  @Tag("attack-39")
  void a_country_has_its_own_cap() {
    var granted =
        IntStream.range(0, 100)
            .mapToObj(i -> "+49151%04d0000".formatted(1000 + i))
            .filter(number -> take(order(anybody(), number)) instanceof Grant.Granted)
            .count();

    assertThat(granted).isEqualTo(60);
    assertThat(take(order(anybody(), "+436641234567"))).isInstanceOf(Grant.Granted.class);
  }

  @Test
  @Tag("attack-39")
  void what_a_day_may_cost_is_exact_however_many_ask_at_once() {
    var today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();

    var paid =
        Multi.createFrom()
            .range(0, 300)
            .onItem()
            .transformToUniAndMerge(i -> spend.take(today, i % 2 == 0 ? "DE" : "AT"))
            .filter(Boolean::booleanValue)
            .collect()
            .asList()
            .await()
            .indefinitely();

    assertThat(spent()).isEqualTo(100 * PRICE);
    assertThat(paid).hasSizeBetween(50, 100);
    assertThat(take(order(anybody(), "+4915123456789")))
        .isInstanceOfSatisfying(
            Grant.Refused.class, refused -> assertThat(refused.retryAfter()).isPositive());
    clock.advance(Duration.ofDays(1));
    assertThat(take(order(anybody(), "+4915123456789"))).isInstanceOf(Grant.Granted.class);
  }

  /** Other tests send texts, too, at whatever time they have put the clock to. */
  private void forgetAllTexts() {
    forgetRedis();
    Rows.change("delete from attempt_floor");
    Rows.change("delete from sms_spend");
  }

  private void forgetRedis() {
    var unused = redis.execute("FLUSHALL").await().indefinitely();
  }

  private Grant take(SmsOrder order) {
    return allowance.take(order).await().indefinitely();
  }

  private Grant asked(String ip, String number) {
    return take(order(anybody(), number, ip));
  }

  private SmsOrder order(AccountId account, String number) {
    // Of a network that nobody counts: for the other limits.
    return order(account, number, "");
  }

  private SmsOrder order(AccountId account, String number, String ip) {
    var phone = new PhoneNumber(number);
    return new SmsOrder(
        account, PhoneCode.Use.SET_UP, UUID.randomUUID(), phone, "hash", 7, null, ip);
  }

  private double capped(String cap) {
    return meters.counter("latchkey.sms.capped", "cap", cap).count();
  }

  private static AccountId anybody() {
    return new AccountId(UUID.randomUUID());
  }

  private static long spent() {
    return Rows.of("select coalesce(sum(micros), 0) from sms_spend").stream()
        .mapToLong(Long::parseLong)
        .sum();
  }
}
