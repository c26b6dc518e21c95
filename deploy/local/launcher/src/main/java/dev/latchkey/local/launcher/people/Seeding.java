package dev.latchkey.local.launcher.people;

import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the seeded people through the public API, as they would do it themselves. What is done
 * already is not done again.
 */
public final class Seeding {

  private static final int UNAUTHORIZED = 401;

  private final Installation installation;
  private final People people;
  private final PublicApi api;
  private final SigningUp signingUp;
  private final InstantSource clock;
  private final Progress progress;

  public Seeding(Installation installation, String url, InstantSource clock, Progress progress) {
    this.installation = installation;
    this.people = new People(installation);
    this.api = new PublicApi(url);
    this.signingUp = new SigningUp(installation, api);
    this.clock = clock;
    this.progress = progress;
  }

  public void seed() throws IOException, InterruptedException {
    for (var person : people.all()) {
      if (!person.seeded()) {
        seed(person);
        progress.say(person + " is there");
      }
    }
  }

  private void seed(Person person) throws IOException, InterruptedException {
    var answer = signIn(person);
    if (answer.status() == UNAUTHORIZED) {
      signingUp.of(person);
      answer = signIn(person).orFail("signing in as " + person);
    }
    // A challenge instead of a session: two-factor is on already, and this broke off later.
    var enrolled =
        person.setup().twoFactor() && answer.good() ? enrol(person, answer.text("token")) : person;
    var known =
        switch (person.setup()) {
          case PASSWORD_ONLY, APP -> enrolled;
          case APP_AND_PHONE -> addPhone(enrolled, answer);
          case RECOVERY_CODES_ONLY -> losePhone(enrolled, answer);
        };
    people.put(known.done());
  }

  private PublicApi.Answer signIn(Person person) throws IOException, InterruptedException {
    return api.post("/sessions", PublicApi.basic(person), Map.of());
  }

  private Person addPhone(Person person, PublicApi.Answer signedIn)
      throws IOException, InterruptedException {
    var session = signedIn.good() ? signedIn.text("token") : signInWithCode(person);
    var number = Objects.requireNonNull(person.phone());
    var texts = new TextBox(installation, number);
    int before = texts.texts().size();
    api.put("/users/~/sms-number", withPassword(session, person), Map.of("number", number))
        .orFail("setting the phone of " + person);
    api.post(
            "/users/~/sms-number/actions/confirm",
            PublicApi.bearer(session),
            Map.of("code", texts.codeAfter(before)))
        .orFail("confirming the phone of " + person);
    return person;
  }

  /** Takes recovery codes, in time; then the app is gone. */
  private Person losePhone(Person person, PublicApi.Answer signedIn)
      throws IOException, InterruptedException {
    var session = signedIn.good() ? signedIn.text("token") : signInWithCode(person);
    var codes = new ArrayList<String>();
    api.post("/account/recovery-codes", withPassword(session, person), Map.of())
        .orFail("recovery codes for " + person)
        .body()
        .forEach(code -> codes.add(code.asText()));
    return person.withCodes(codes).withoutApp();
  }

  private String signInWithCode(Person person) throws IOException, InterruptedException {
    var secret = person.totpSecret();
    if (secret == null) {
      throw new IOException(person + " has two-factor on, by a device that is not known here");
    }
    var headers = new HashMap<>(PublicApi.basic(person));
    headers.put("Heroku-Two-Factor-Code", TotpCode.at(secret, clock.instant()));
    return api.post("/sessions", headers, Map.of())
        .orFail("signing in with a code as " + person)
        .text("token");
  }

  private Person enrol(Person person, String session) throws IOException, InterruptedException {
    var begun =
        api.post("/account/two-factor", withPassword(session, person), Map.of())
            .orFail("enrolling " + person);
    var known = person.withSecret(begun.text("secret"));
    // Written before it counts: a secret that is active and lost would lock the person out.
    people.put(known);
    var code = TotpCode.at(begun.text("secret"), clock.instant());
    api.post("/account/two-factor/actions/confirm", PublicApi.bearer(session), Map.of("code", code))
        .orFail("confirming the second factor of " + person);
    return known;
  }

  private static Map<String, String> withPassword(String session, Person person) {
    var headers = new HashMap<>(PublicApi.bearer(session));
    headers.put("Heroku-Password", person.password());
    return headers;
  }
}
