package dev.latchkey.local.launcher.people;

import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the seeded people through the public API, as they would do it themselves. What is done
 * already is not done again.
 */
public final class Seeding {

  private static final int UNAUTHORIZED = 401;

  private final People people;
  private final PublicApi api;
  private final SigningUp signingUp;
  private final InstantSource clock;
  private final Progress progress;

  public Seeding(Installation installation, String url, InstantSource clock, Progress progress) {
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
    var known = person;
    // A challenge instead of a session: two-factor is on already.
    if (person.twoFactor() && answer.good()) {
      known = enrol(person, answer.text("token"));
    }
    people.put(known.done());
  }

  private PublicApi.Answer signIn(Person person) throws IOException, InterruptedException {
    return api.post("/sessions", PublicApi.basic(person), Map.of());
  }

  private Person enrol(Person person, String session) throws IOException, InterruptedException {
    var headers = new HashMap<>(PublicApi.bearer(session));
    headers.put("Heroku-Password", person.password());
    var begun = api.post("/account/two-factor", headers, Map.of()).orFail("enrolling " + person);
    var known = person.with(begun.text("secret"));
    // Written before it counts: a secret that is active and lost would lock the person out.
    people.put(known);
    var code = TotpCode.at(begun.text("secret"), clock.instant());
    api.post("/account/two-factor/actions/confirm", PublicApi.bearer(session), Map.of("code", code))
        .orFail("confirming the second factor of " + person);
    return known;
  }
}
