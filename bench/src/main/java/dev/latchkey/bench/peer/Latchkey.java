package dev.latchkey.bench.peer;

import dev.latchkey.bench.Few;
import dev.latchkey.bench.Inside;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.People;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** People of this platform, who came as anybody comes, and what they do. */
final class Latchkey {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Api gateway;
  private final Inside inside;
  private final List<Person> people;
  private final List<Person> careful;
  private final List<SignedIn> sessions;
  private final List<SignedIn> places;
  private final Map<String, String> client;
  private final String clientToken;

  /**
   * @param places where those with two-factor, in the same order, are known from
   */
  private Latchkey(
      Api gateway,
      Inside inside,
      List<Person> people,
      List<Person> careful,
      List<SignedIn> places) {
    this.gateway = gateway;
    this.inside = inside;
    this.people = people;
    this.careful = careful;
    this.places = places;
    sessions = people.stream().map(Person::signIn).toList();
    var registered =
        must(
            gateway
                .post("/oauth/clients")
                .bearer(sessions.getFirst().token())
                .json(Map.of("name", "Bench", "redirect_uri", "https://bench.example.com/")));
    client =
        Map.of("client_id", registered.text("/id"), "client_secret", registered.text("/secret"));
    clientToken = letIn();
  }

  /**
   * Makes people.
   *
   * @param inside past the gateway
   * @param many how many with a password
   * @param more how many with two-factor
   */
  static Latchkey seed(Api gateway, Inside inside, People people, int many, int more)
      throws InterruptedException, ExecutionException {
    var plain = Few.of(many, "people", () -> people.signedUp("bench"));
    var careful = Few.of(more, "people with two-factor", () -> people.careful("careful"));
    var places = new ArrayList<SignedIn>();
    for (var person : careful) {
      places.add(person.signInWithCode());
    }
    return new Latchkey(gateway, inside, plain, careful, places);
  }

  Call signIn(int turn) {
    return people.get(turn % people.size()).signingIn();
  }

  /** At all of them by turns: ten for one address in a quarter of an hour, and it is locked. */
  Call wrongPassword(int turn) {
    int who = turn % (people.size() + careful.size());
    var person = who < people.size() ? people.get(who) : careful.get(who - people.size());
    return gateway.post("/sessions").basic(person.email(), "wrong words " + turn);
  }

  /** On a device that is known, as most sign-ins are. */
  Call signInWithCode(int turn) {
    return signInWithCodeElsewhere(turn).device(places.get(turn % places.size()).device());
  }

  /** On a device that never was there before: its owner is told by mail. */
  Call signInWithCodeElsewhere(int turn) {
    var person = careful.get(turn % careful.size());
    return person.signingIn().code(person.authenticator().freshCode());
  }

  /** What the gateway asks before each request: here at auth-service's own door. */
  Call edgeCheck(int turn) {
    return inside.check(sessions.get(turn % sessions.size()).token());
  }

  /** What the edge asks about a token, at token-service's own door. */
  Call introspectInside() {
    return inside.introspect(clientToken);
  }

  /** What an application asks about its token, by way of the gateway. */
  Call introspect() {
    return gateway.post("/oauth/introspect").body(form("token=" + clientToken), FORM);
  }

  Call authorize(int turn) {
    return gateway
        .post("/oauth/authorizations")
        .bearer(sessions.get(turn % sessions.size()).token())
        .json(Map.of("description", "bench " + turn, "scope", List.of("read")));
  }

  /** Switches two-factor on and off again: three requests, two of them with the password. */
  boolean enrolAndDisable(int turn) {
    int who = turn % people.size();
    var person = people.get(who);
    var here = sessions.get(who);
    person.startEnrolment(here);
    boolean on = person.confirming(here).send().ok();
    person.disable(here);
    return on;
  }

  /** Somebody with so many sessions, whose tokens these are. */
  List<SignedIn> signedIn(int who, int times) throws InterruptedException, ExecutionException {
    return Few.of(times, "sessions", people.get(who)::signIn);
  }

  /** Ends all other sessions of the one whose this is. */
  Call signOut(SignedIn session) {
    return gateway.delete("/oauth/sessions").bearer(session.token());
  }

  boolean alive(SignedIn session) {
    return gateway.get("/account").bearer(session.token()).send().ok();
  }

  private String letIn() {
    var asked =
        must(
            gateway
                .post("/oauth/authorizations")
                .bearer(sessions.getLast().token())
                .json(
                    Map.of(
                        "client", Map.of("id", client.getOrDefault("client_id", "")),
                        "response_type", "code",
                        "scope", List.of("read"))));
    var code = "grant_type=authorization_code&code=" + asked.text("/grant/code");
    return must(gateway.post("/oauth/tokens").body(form(code), FORM)).text("/access_token");
  }

  private String form(String what) {
    var form = new StringBuilder(what);
    client.forEach((name, value) -> form.append('&').append(name).append('=').append(value));
    return form.toString();
  }

  private static Answer must(Call call) {
    var answer = call.sendPatiently();
    if (!answer.ok()) {
      throw new IllegalStateException("the platform says " + answer);
    }
    return answer;
  }
}
