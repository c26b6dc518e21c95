package dev.latchkey.bench.peer;

import dev.latchkey.e2e.http.Call;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;

/** All scenarios against one Keycloak; each says its line when it is over. */
final class Match {

  /** So many keep two processors busy; more would fill our hashing queue and be turned away. */
  static final int HASHING = 2;

  private static final int ASKING = 64;
  private static final int WRITING = 4;

  /** Another one for each number of sessions to end. */
  private static final int PERSONS = 7;

  private static final int CREATED = 201;
  private static final int UNAUTHORIZED = 401;

  /** RFC 6749, section 5.2, says 400; some versions say 401. */
  private static final Set<Integer> REFUSED = Set.of(400, UNAUTHORIZED);

  private static final String PASSWORD = "password";
  private static final String TOTP = "password + TOTP";
  private static final String ELSEWHERE = "password + TOTP on a device that is new to us";
  private static final String WRONG = "wrong password";
  private static final String EDGE = "edge check of a session; introspection";
  private static final String INSIDE = "introspection at token-service; introspection";
  private static final String OUTSIDE = "introspection through the gateway; introspection";
  private static final String AUTHORIZATION = "new authorization; client credentials";
  private static final String ENROLMENT = "two-factor on and off";
  private static final String SIGN_OUT = "sign-out";

  /** Of all scenarios. */
  static final List<String> NAMES =
      List.of(
          PASSWORD,
          TOTP,
          ELSEWHERE,
          WRONG,
          EDGE,
          INSIDE,
          OUTSIDE,
          AUTHORIZATION,
          ENROLMENT,
          SIGN_OUT);

  private static final String ACTIVE = "\"active\":true";

  private final Latchkey latchkey;
  private final KeycloakRealm realm;
  private final List<BareHash> floors;
  private final Pace pace;
  private final Servers ours;
  private final Servers theirs;
  private final List<String> parts = new ArrayList<>();
  private int failed;

  /**
   * What is played, and how long.
   *
   * @param only scenarios with one of these in their name; all, when there is none
   * @param warmUp of each system before anything counts
   * @param turn of one system
   */
  record Pace(List<String> only, WarmUp warmUp, int pairs, Duration turn) {

    Pace {
      only = List.copyOf(only);
    }

    boolean plays(String name) {
      return only.isEmpty() || only.stream().anyMatch(name::contains);
    }
  }

  Match(
      Latchkey latchkey,
      KeycloakRealm realm,
      List<BareHash> floors,
      Pace pace,
      Servers ours,
      Servers theirs) {
    this.latchkey = latchkey;
    this.realm = realm;
    this.floors = floors;
    this.pace = pace;
    this.ours = ours;
    this.theirs = theirs;
  }

  /** How many deeds, of both, were not answered as they should be. */
  int failed() {
    return failed;
  }

  /** Of each scenario so far, which servers the processor time is of: milliseconds a deed. */
  List<String> parts() {
    return parts;
  }

  void signIns() throws InterruptedException, ExecutionException, SQLException {
    play(PASSWORD, HASHING, status(latchkey::signIn, CREATED), token(realm::signIn));
    play(TOTP, HASHING, status(latchkey::signInWithCode, CREATED), token(realm::signInWithCode));
    play(
        ELSEWHERE,
        HASHING,
        status(latchkey::signInWithCodeElsewhere, CREATED),
        token(realm::signInWithCode));
  }

  void wrongPasswords() throws InterruptedException, ExecutionException, SQLException {
    play(
        WRONG,
        HASHING,
        status(latchkey::wrongPassword, UNAUTHORIZED),
        turn -> REFUSED.contains(realm.wrongPassword(turn).send().status()));
  }

  void credentials() throws InterruptedException, ExecutionException, SQLException {
    var token = KeycloakRealm.token(realm.signIn(0).send());
    Deed introspection = turn -> realm.introspect(token).send().body().contains(ACTIVE);
    play(EDGE, ASKING, turn -> latchkey.edgeCheck(turn).send().ok(), introspection);
    play(
        INSIDE,
        ASKING,
        turn -> latchkey.introspectInside().send().body().contains(ACTIVE),
        introspection);
    play(
        OUTSIDE,
        ASKING,
        turn -> latchkey.introspect().send().body().contains(ACTIVE),
        introspection);
    play(
        AUTHORIZATION,
        WRITING,
        status(latchkey::authorize, CREATED),
        token(turn -> realm.clientToken()));
  }

  /** What Keycloak does on pages only. */
  void enrolments() throws InterruptedException, ExecutionException, SQLException {
    if (!pace.plays(ENROLMENT)) {
      return;
    }
    measureFloors();
    var load = new Load(latchkey::enrolAndDisable, HASHING, ours);
    var tally = new Tally();
    int failedCold = pace.warmUp().of(load);
    for (int turn = 0; turn < pace.pairs(); turn++) {
      tally.add(load.last(pace.turn()));
    }
    failed += failedCold + tally.failed();
    System.out.printf(
        "| %s | %d | %s | – | – | – | – | – | – | %d |%n",
        ENROLMENT, HASHING, tally.cells(), tally.failed());
    parts.add(ENROLMENT + ": " + tally.parts());
  }

  void signOut(int sessions) throws InterruptedException, ExecutionException, SQLException {
    if (!pace.plays(SIGN_OUT)) {
      return;
    }
    // One more: whoever asks stays signed in.
    var mine = latchkey.signedIn(sessions % PERSONS, sessions + 1);
    System.out.println(
        Endings.row(
            sessions,
            "ours",
            latchkey.signOut(mine.getFirst()),
            () -> latchkey.alive(mine.getLast()),
            ours));
    var peers = realm.signedIn(sessions % PERSONS, sessions);
    System.out.println(
        Endings.row(
            sessions,
            "Keycloak",
            realm.signOut(sessions % PERSONS),
            () -> realm.introspect(peers.getLast()).send().body().contains(ACTIVE),
            theirs));
  }

  private void play(String name, int clients, Deed us, Deed them)
      throws InterruptedException, ExecutionException, SQLException {
    if (!pace.plays(name)) {
      return;
    }
    measureFloors();
    var contest = new Contest(new Scenario(name, clients, us, them), ours, theirs);
    contest.run(pace.warmUp(), pace.pairs(), pace.turn());
    failed += contest.failed();
    System.out.println(contest.row());
    parts.add(contest.parts());
  }

  private void measureFloors() throws InterruptedException, ExecutionException {
    for (var floor : floors) {
      floor.measure();
    }
  }

  private static Deed status(IntFunction<Call> call, int status) {
    return turn -> call.apply(turn).send().status() == status;
  }

  private static Deed token(IntFunction<Call> call) {
    return turn -> !KeycloakRealm.token(call.apply(turn).send()).isEmpty();
  }
}
