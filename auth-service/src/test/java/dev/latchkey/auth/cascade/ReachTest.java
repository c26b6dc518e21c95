package dev.latchkey.auth.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.authorization.Authorizations.Entry;
import dev.latchkey.contracts.effect.Change;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReachTest {

  private static final UUID SESSION = new UUID(9, 1);
  private static final UUID KEY = new UUID(9, 2);

  private static final Entry SIGN_IN = entry(1, "sign-in", true, false, null);
  private static final Entry BY_SIGN_IN = entry(2, "by sign-in", false, false, SIGN_IN.id());
  private static final Entry BY_SESSION = entry(3, "by session", false, false, SESSION);
  private static final Entry BY_KEY = entry(4, "by key", false, true, KEY);
  private static final Entry ITS_CHILD = entry(5, "child", false, false, BY_KEY.id());
  private static final Entry GRANDCHILD = entry(6, "grandchild", false, false, ITS_CHILD.id());

  /** A child may be listed before its parent. */
  private static final Reach REACH =
      new Reach(List.of(), List.of(GRANDCHILD, ITS_CHILD, BY_KEY, BY_SESSION, BY_SIGN_IN, SIGN_IN));

  @Test
  void a_new_api_key_ends_what_the_old_one_made_and_what_that_made() {
    assertThat(names(REACH.ended(Change.TWO_FACTOR_ENABLED)))
        .containsExactly("grandchild", "child", "by key", "sign-in");
    assertThat(names(REACH.remaining(Change.TWO_FACTOR_ENABLED)))
        .containsExactly("by session", "by sign-in");
  }

  @Test
  void signing_out_the_others_ends_sign_ins_only() {
    assertThat(names(REACH.ended(Change.SESSIONS_ENDED))).containsExactly("sign-in");
    assertThat(names(REACH.remaining(Change.SESSIONS_ENDED))).hasSize(5);
  }

  @Test
  void a_password_reset_ends_them_all() {
    assertThat(names(REACH.ended(Change.PASSWORD_RESET))).hasSize(6);
    assertThat(names(REACH.remaining(Change.PASSWORD_RESET))).isEmpty();
  }

  private static List<String> names(List<Receipt.Token> tokens) {
    return tokens.stream().map(Receipt.Token::description).toList();
  }

  private static Entry entry(
      int number, String name, boolean signIn, boolean byApiKey, @Nullable UUID parent) {
    return new Entry(new UUID(0, number), name, signIn, byApiKey, parent);
  }
}
