package dev.latchkey.token.authorization;

import static dev.latchkey.token.Tokens.PATH;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.bearer;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.rotate;
import static dev.latchkey.token.Tokens.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagingTest {

  @Inject MovableClock clock;

  private final AccountId alice = anAccount();

  @AfterEach
  void time_is_real_again() {
    clock.reset();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8})
  void following_next_range_gives_all_of_them_once_newest_first(int most) {
    aHandful();
    var all = ids(list(null));

    var followed = follow("id ..; max=" + most);
    var turned = follow("id ..; order=desc; max=" + most);

    assertThat(all).hasSize(7);
    assertThat(followed).isEqualTo(all);
    assertThat(turned).isEqualTo(all.reversed());
  }

  @Test
  void a_part_says_what_it_is_and_how_to_go_on() {
    aHandful();
    var all = ids(list(null));

    list("id ..; max=2")
        .then()
        .statusCode(206)
        .header("Accept-Ranges", equalTo("id"))
        .header("Content-Range", equalTo("id " + all.get(0) + ".." + all.get(1)))
        .header("Next-Range", equalTo("id ]" + all.get(1) + "..; max=2"));
    list("id ..; max=1000").then().statusCode(200).header("Next-Range", nullValue());
    assertThat(ids(list("id " + all.get(1) + ".." + all.get(3)))).isEqualTo(all.subList(1, 4));
    assertThat(ids(list("id ]" + all.get(1) + ".." + all.get(3) + "[")))
        .isEqualTo(all.subList(2, 3));
  }

  @Test
  void one_that_has_ended_is_a_place_all_the_same() {
    aHandful();
    var all = ids(list(null));
    as(session(alice)).delete(PATH + "/" + all.get(2)).then().statusCode(200);

    assertThat(ids(list("id ]" + all.get(2) + "..; max=9"))).isEqualTo(all.subList(3, 7));
  }

  @Test
  void what_is_no_part_of_the_list_is_416() {
    var bobs = mint(session(anAccount()));

    for (var range : List.of("id ..; max=0", "bytes=0-1", "id ]" + bobs.id() + "..")) {
      list(range).then().statusCode(416).body("id", equalTo("requested_range_not_satisfiable"));
    }
  }

  @Test
  void where_nothing_is_listed_it_is_not_looked_at() {
    var one = mint(session(alice));

    as(session(alice))
        .header("Range", "nonsense")
        .get(PATH + "/" + one.id())
        .then()
        .statusCode(200);
    rotate(session(alice), one.id()).statusCode(200);
    as(session(alice))
        .header("Range", "id ..; max=0")
        .delete(PATH + "/" + one.id())
        .then()
        .statusCode(200);
  }

  @Test
  void a_narrow_token_lists_itself_alone_in_any_part() {
    var narrow = mint(session(alice), "{\"scope\":[\"read\"]}");
    aHandful();

    as(bearer(alice, narrow).scopes(Scope.READ))
        .header("Range", "id ..; max=1")
        .get(PATH)
        .then()
        .statusCode(200)
        .body("id", equalTo(List.of(narrow.id().toString())));
  }

  /** Some of them made in the very same moment. */
  private void aHandful() {
    var moment = Instant.parse("2027-03-01T12:00:00Z");
    for (int i = 0; i < 7; i++) {
      clock.set(moment.plusSeconds(i / 3));
      mint(session(alice));
    }
    clock.reset();
  }

  private List<UUID> follow(String range) {
    var all = new ArrayList<UUID>();
    for (String next = range; next != null; ) {
      var answer = list(next);
      all.addAll(ids(answer));
      next = answer.header("Next-Range");
    }
    return all;
  }

  private Response list(@Nullable String range) {
    var request = as(session(alice));
    return range == null ? request.get(PATH) : request.header("Range", range).get(PATH);
  }

  private static List<UUID> ids(Response answer) {
    return answer.jsonPath().getList("id", String.class).stream().map(UUID::fromString).toList();
  }
}
