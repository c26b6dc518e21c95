package dev.latchkey.cli.login;

import dev.latchkey.cli.credential.Kept;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.SignedIn;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Printable;

/** Keeps one sign-in at a platform. What latch opened itself ends when it is kept no more. */
final class Keeping {

  private static final String AUTHORIZATIONS = "/oauth/authorizations";

  private final Invocation invocation;

  Keeping(Invocation invocation) {
    this.invocation = invocation;
  }

  /** In place of an earlier one, which ends: nobody would know of it any more. */
  void keep(Kept kept) {
    var earlier = invocation.credentials().before(kept.platform());
    boolean hidden = invocation.credentials().keep(kept);
    // Who brings along the very token that was kept would be signed out by its end.
    earlier.filter(each -> !each.token().equals(kept.token())).ifPresent(this::endIfPossible);
    if (hidden) {
      invocation.screen().aside("Your sign-in is in the keyring of this desktop.");
    }
  }

  /** Its end is not what the person asked for: without it they are signed in all the same. */
  private void endIfPossible(Kept earlier) {
    try {
      end(earlier);
    } catch (Failure notNow) {
      var screen = invocation.screen();
      screen.aside(
          screen.style().warning("Careful: ")
              + Printable.of(
                  "the earlier sign-in, as %s, may go on. %s"
                      .formatted(earlier.email(), notNow.sentence())));
    }
  }

  /**
   * Ends it on the platform; already ended is as good. A token that was brought along is the
   * person's own and goes on.
   *
   * @throws Failure when it goes on for all that is known
   */
  void end(Kept kept) {
    var signedIn = invocation.signedIn(kept);
    try {
      switch (kept.kind()) {
        case SESSION -> delete(signedIn, "/oauth/sessions/~");
        case LOGIN -> delete(signedIn, AUTHORIZATIONS + "/" + authorization(signedIn));
        case BROUGHT -> {}
      }
    } catch (Failure failure) {
      if (failure.code() != ExitCode.SIGNED_OUT) {
        throw failure;
      }
    }
  }

  private static void delete(SignedIn signedIn, String path) {
    var unused = signedIn.ask(Call.delete(path));
  }

  /** The one whose token we have is listed in full, and no other. */
  private static String authorization(SignedIn signedIn) {
    return signedIn
        .list(AUTHORIZATIONS)
        .valueStream()
        .filter(each ->
            each.path("access_token").path("token").asText().equals(signedIn.kept().token()))
        .map(each -> each.path("id").asText())
        .findFirst()
        .orElseThrow(Keeping::unlisted);
  }

  private static Failure unlisted() {
    return new Failure(
        ExitCode.NOT_FOUND,
        "latch_unlisted",
        "The sign-in is not in the platform's list, and was not ended. Look for it with: latch authorizations");
  }
}
