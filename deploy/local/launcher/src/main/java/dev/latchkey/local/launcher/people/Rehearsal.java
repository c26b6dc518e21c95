package dev.latchkey.local.launcher.people;

import dev.latchkey.local.launcher.house.Installation;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What people do most, done once by somebody who is gone afterwards: the JVM remembers for its next
 * start what this needed, so that the first real sign-in is not the slow one.
 */
public final class Rehearsal {

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int TRIES = 50;
  private static final int UNAUTHORIZED = 401;
  private static final int PAUSE_MILLIS = 200;

  private final SigningUp signingUp;
  private final PublicApi api;
  private final InstantSource clock;

  public Rehearsal(Installation installation, String url, InstantSource clock) {
    this.api = new PublicApi(url);
    this.signingUp = new SigningUp(installation, api);
    this.clock = clock;
  }

  /**
   * Signs up, signs in, switches two-factor on, signs in with a code, closes the account; and looks
   * at a page.
   */
  public void run() throws IOException, InterruptedException {
    var actor =
        Person.to(
            "rehearsal-%d@example.com".formatted(clock.millis()),
            "seven words that nobody will type again",
            Setup.APP);
    signingUp.of(actor);
    var session = signIn(actor);
    var begun =
        api.post("/account/two-factor", withPassword(session, actor), Map.of())
            .orFail("rehearsing an enrolment");
    var secret = begun.text("secret");
    var code = TotpCode.at(secret, clock.instant());
    api.post("/account/two-factor/actions/confirm", PublicApi.bearer(session), Map.of("code", code))
        .orFail("rehearsing its confirmation");
    awaitCascade(session);
    var again = signInWithCode(actor, secret);
    for (var page : new String[] {"/account", "/oauth/sessions", "/oauth/authorizations"}) {
      api.get(page, PublicApi.bearer(again)).orFail("rehearsing " + page);
    }
    api.delete("/account", withPassword(again, actor)).orFail("closing the rehearsal's account");
    api.visit("/dashboard/sign-in");
  }

  /** The first one of all may be slow, and it would overtake the sign-in that comes next. */
  private void awaitCascade(String session) throws IOException, InterruptedException {
    var account = api.get("/account", PublicApi.bearer(session));
    for (int i = 1; i < TRIES && !account.is("two_factor_authentication"); i++) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      account = api.get("/account", PublicApi.bearer(session));
    }
  }

  /** A cold platform may look at a code and say so too late; then that one is spent, too. */
  private String signInWithCode(Person actor, String secret)
      throws IOException, InterruptedException {
    var answer = tryCode(actor, secret);
    if (answer.status() == UNAUTHORIZED) {
      TimeUnit.MILLISECONDS.sleep(STEP.toMillis());
      answer = tryCode(actor, secret);
    }
    return answer.orFail("rehearsing a sign-in with a code").text("token");
  }

  /** This step's code is spent; the next one's is good already (RFC 6238 section 5.2). */
  private PublicApi.Answer tryCode(Person actor, String secret)
      throws IOException, InterruptedException {
    var headers = new HashMap<>(PublicApi.basic(actor));
    headers.put("Heroku-Two-Factor-Code", TotpCode.at(secret, clock.instant().plus(STEP)));
    return api.post("/sessions", headers, Map.of());
  }

  private String signIn(Person actor) throws IOException, InterruptedException {
    return api.post("/sessions", PublicApi.basic(actor), Map.of())
        .orFail("rehearsing a sign-in")
        .text("token");
  }

  private static Map<String, String> withPassword(String session, Person actor) {
    var headers = new HashMap<>(PublicApi.bearer(session));
    headers.put("Heroku-Password", actor.password());
    return headers;
  }
}
