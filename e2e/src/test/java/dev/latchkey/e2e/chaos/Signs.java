package dev.latchkey.e2e.chaos;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.person.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What came of sign-ins. */
final class Signs {

  private static final int CREATED = 201;

  private Signs() {}

  /** The token of a sign-in that succeeded. */
  static Optional<String> token(CompletableFuture<Optional<Answer>> signIn) {
    return signIn.join().flatMap(Signs::token);
  }

  static Optional<String> token(Answer answer) {
    return answer.status() == CREATED ? Optional.of(SignedIn.of(answer).token()) : Optional.empty();
  }

  /** The tokens of those that succeeded. */
  static List<String> tokens(List<CompletableFuture<Optional<Answer>>> signIns) {
    return signIns.stream().flatMap(one -> token(one).stream()).toList();
  }
}
