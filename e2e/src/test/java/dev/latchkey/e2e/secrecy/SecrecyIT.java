package dev.latchkey.e2e.secrecy;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Base32;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After everything: whoever reads a store or a log learns nothing that opens a door. */
@OnThePlatform
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated
class SecrecyIT {

  private static final List<String> WITH_ADDRESSES =
      List.of("auth.account", "auth.registration", "auth.email_change", "auth.password_reset");

  /** Of P-256, as ours are: a library has an RSA key for its own tests in a class. */
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("PRIVATE KEY-----\\s*M(IGHAgEAMBMG|EECAQAwEwYH)");

  private final Platform platform;
  private final Api api;
  private Person erin;

  SecrecyIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    erin = platform.people().stranger("erin");
  }

  @BeforeAll
  void somebody_has_used_everything() {
    erin = platform.people().signedUp("erin");
    WholeLife.of(erin, api, platform.phone("1000"));
  }

  /** What follows shows nothing unless this holds. */
  @Test
  void a_search_finds_a_secret_in_every_form_wherever_it_stands() {
    var secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    var raw = Base32.decode(secret);
    var search = new Search(List.of("words of alice", secret), List.of("012345"));

    search.in("begin", "words of alice: hers");
    search.in("end", "hers are words of alice");
    search.in("whole", "words of alice");
    search.in("base32", "?secret=" + secret + "&digits=6");
    search.in("base64", "x" + Base64.getEncoder().withoutPadding().encodeToString(raw) + "=");
    search.in("hex", "\\x" + HexFormat.of().formatHex(raw));
    search.in("code", "code 012345.");
    search.in("token", "\"lkse_" + "a".repeat(27) + "3Or7Ge\"");
    search.in("nothing", "words of bob, JBSWY3DPEHPK3PXP, 1012345, lkse_a" + "a".repeat(32));

    assertThat(search.finds())
        .extracting(find -> find.substring(0, find.indexOf(':')))
        .containsExactlyInAnyOrder(
            "begin", "end", "whole", "base32", "base64", "hex", "code", "token");
  }

  @Test
  @Tag("attack-24")
  void no_table_holds_a_secret_and_only_those_of_accounts_hold_an_address() {
    var search = new Search(Known.secrets(), erin.authenticator().handedOut());
    var addresses = new AddressSearch(Known.addresses());

    platform
        .postgres()
        .dump((table, row) -> {
          search.in(table, row);
          if (!WITH_ADDRESSES.contains(table)) {
            addresses.in(table, row);
          }
        });

    assertThat(search.places()).isGreaterThan(0);
    assertThat(search.finds()).isEmpty();
    assertThat(addresses.finds()).isEmpty();
  }

  @Test
  @Tag("attack-24")
  @Tag("attack-51")
  void redis_holds_neither_a_secret_nor_an_address_and_nothing_for_ever() {
    var search = new Search(Known.secrets(), erin.authenticator().handedOut());
    var addresses = new AddressSearch(Known.addresses());

    platform
        .redis()
        .dump((key, contents) -> {
          search.in("redis", contents);
          addresses.in("redis", contents);
        });

    assertThat(search.places()).isGreaterThan(0);
    assertThat(search.finds()).isEmpty();
    assertThat(addresses.finds()).isEmpty();
    assertThat(platform.redis().keysThatStayForEver()).isEmpty();
  }

  @Test
  @Tag("attack-24")
  @Tag("attack-68")
  void no_topic_carries_a_secret_or_an_address() {
    var search = new Search(Known.secrets(), erin.authenticator().handedOut());
    var addresses = new AddressSearch(Known.addresses());

    for (var heard : platform.events().all()) {
      var text = heard.key() + heard.headers() + heard.text();
      search.in(heard.topic(), text);
      addresses.in(heard.topic(), text);
    }

    assertThat(search.places()).isGreaterThan(0);
    assertThat(search.finds()).isEmpty();
    assertThat(addresses.finds()).isEmpty();
  }

  @Test
  @Tag("attack-24")
  @Tag("attack-51")
  @Tag("attack-72")
  void no_log_says_a_secret_or_an_address() {
    var search = new Search(Known.secrets(), erin.authenticator().handedOut());
    var addresses = new AddressSearch(Known.addresses());

    Logs.of(platform.data())
        .forEach((file, text) -> {
          search.in(file, text);
          addresses.in(file, text);
        });

    assertThat(search.places()).isGreaterThan(Owner.values().length);
    assertThat(search.finds()).isEmpty();
    assertThat(addresses.finds()).isEmpty();
  }

  /** The cache of a training run holds objects of a program that had keys. */
  @ParameterizedTest
  @EnumSource(Owner.class)
  @Tag("attack-72")
  void no_program_carries_a_key(Owner owner) {
    var search = new Search(Logs.houseSecrets(platform.data()), List.of());
    var keys = new TreeSet<String>();

    Programs.search(
        Programs.of(platform.service(owner).process()),
        (place, contents) -> {
          search.in(place, contents);
          if (contents.contains("PRIVATE KEY") && PRIVATE_KEY.matcher(contents).find()) {
            keys.add(place);
          }
        });

    assertThat(search.places()).isGreaterThan(100);
    assertThat(search.finds()).isEmpty();
    assertThat(keys).isEmpty();
  }

  @Test
  @Tag("attack-72")
  void no_process_list_shows_a_key_of_the_house() {
    var search = new Search(Logs.houseSecrets(platform.data()), List.of());

    ProcessHandle.allProcesses()
        .forEach(process ->
            search.in("process " + process.pid(), process.info().commandLine().orElse("")));

    assertThat(search.finds()).isEmpty();
  }
}
