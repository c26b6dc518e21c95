package dev.latchkey.token.authorization;

import static dev.latchkey.token.Tokens.PATH;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.testkit.RealStores;
import dev.latchkey.token.Tokens.Minted;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LookUpsTest {

  private static final int CROWD = 400;

  @Inject LiveTokens tokens;
  @Inject LookUps lookUps;
  @Inject TokenHash hashes;
  @Inject Pool pool;

  @Test
  void of_many_at_once_each_is_told_of_its_own() {
    var made = Stream.generate(() -> mint(session(anAccount()))).limit(7).toList();

    var told =
        IntStream.range(0, CROWD)
            .mapToObj(i -> i % 3 == 0 ? ask(unknown()) : ask(made.get(i % made.size())))
            .toList();

    for (int i = 0; i < CROWD; i++) {
      var found = told.get(i).join().map(live -> live.authorization().value());
      assertThat(found)
          .as("look-up %s", i)
          .isEqualTo(i % 3 == 0 ? Optional.empty() : Optional.of(made.get(i % made.size()).id()));
    }
  }

  @Test
  void what_was_ended_before_somebody_asks_is_dead_to_him_however_many_ask() {
    var alice = anAccount();
    var asked = new AtomicReference<>(mint(session(alice)));
    var over = new AtomicBoolean();
    var crowd =
        Stream.generate(() -> CompletableFuture.runAsync(() -> askUntil(over, asked)))
            .limit(8)
            .toList();

    try {
      for (int i = 0; i < 20; i++) {
        var one = mint(session(alice));
        asked.set(one);
        assertThat(ask(one).join()).isPresent();
        as(session(alice)).delete(PATH + "/" + one.id()).then().statusCode(200);

        assertThat(ask(one).join()).isEmpty();
      }
    } finally {
      over.set(true);
    }
    assertThat(crowd).allSatisfy(CompletableFuture::join);
  }

  @Test
  void a_store_that_hangs_keeps_nobody_and_no_later_one() {
    var made = mint(session(anAccount()));

    try (var _ = RealStores.postgres().paused()) {
      var asked = Stream.generate(() -> ask(made)).limit(10).toList();
      assertThat(asked)
          .allSatisfy(
              one -> assertThatThrownBy(one::join).hasRootCauseInstanceOf(TimeoutException.class));
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(ask(made).join()).isPresent());
    assertThat(lookUps.freeLines()).isEqualTo(LookUps.AT_ONCE);
  }

  @Test
  void what_was_found_for_others_is_given_to_nobody() {
    var alice = hash(mint(session(anAccount())));
    var bob = hash(mint(session(anAccount())));
    var nobody = Buffer.buffer(new byte[32]);
    var found = find(alice, nobody, bob);

    assertThat(LookUps.apart(List.of(alice, nobody, bob), found)).hasSize(3);
    for (var others :
        List.of(
            List.of(bob, nobody, alice),
            List.of(alice, bob, nobody),
            List.of(alice, nobody),
            List.of(alice, nobody, bob, bob))) {
      assertThatThrownBy(() -> LookUps.apart(others, found))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private RowSet<Row> find(Buffer... hashes) {
    var now = OffsetDateTime.now(ZoneOffset.UTC);
    var values =
        Stream.of(hashes)
            .map(each -> Tuple.tuple().addBuffer(each).addOffsetDateTime(now))
            .toList();
    return pool.preparedQuery(LookUps.FIND).executeBatch(values).await().indefinitely();
  }

  private Buffer hash(Minted one) {
    return Buffer.buffer(hashes.of(OpaqueToken.parse(one.text()).orElseThrow()));
  }

  private void askUntil(AtomicBoolean over, AtomicReference<Minted> asked) {
    while (!over.get()) {
      ask(Objects.requireNonNull(asked.get())).join();
    }
  }

  private CompletableFuture<Optional<LiveToken>> ask(Minted one) {
    return ask(OpaqueToken.parse(one.text()).orElseThrow());
  }

  private CompletableFuture<Optional<LiveToken>> ask(OpaqueToken token) {
    return tokens.of(token).subscribe().asCompletionStage();
  }

  private static OpaqueToken unknown() {
    return OpaqueToken.mint(TokenKind.AUTHORIZATION, new SecureRandom());
  }
}
