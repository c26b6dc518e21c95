package dev.latchkey.bench.timing;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Person;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * What is tried at one account: three of each question, in an order by chance. Those that count on
 * its budget come first, nine of its ten; then it is used up, and the rest follows.
 */
final class Guesses {

  private static final int OF_EACH = 3;
  private static final int MOST_PER_CHALLENGE = 5;
  private static final int BUDGET = 10;
  private static final int CREATED = 201;
  private static final int TOO_MANY = 429;
  private static final long STEP_MILLIS = 30_000;

  /** Long enough ago to be outside the window: steps of 30 s. */
  private static final int OUTSIDE = -5;

  private final Api api;
  private final Person person;
  private final InstantSource clock;
  private final Deque<Question> counted;
  private final Deque<Question> locked;
  private final String over;
  private final String used;
  private final long usedIn;
  private String challenge;
  private int uses;

  private Guesses(Api api, Person person, InstantSource clock, Random random) {
    this.api = api;
    this.person = person;
    this.clock = clock;
    counted =
        shuffled(
            random,
            Question.WRONG,
            Question.OLD,
            Question.REPLAYED,
            Question.OVER_WRONG,
            Question.OVER_RIGHT);
    locked = shuffled(random, Question.LOCKED_WRONG, Question.LOCKED_RIGHT);
    over = person.challenge();
    var code = person.authenticator().codeAt(0);
    while (answering(over, code).sendPatiently().status() != CREATED) {
      // The step is spent already, by the confirmation of a moment ago.
      pause(STEP_MILLIS - clock.millis() % STEP_MILLIS);
      code = person.authenticator().codeAt(0);
    }
    used = code;
    usedIn = step();
    challenge = person.challenge();
  }

  /** Signs in once, by which a challenge is over and a code is used. */
  static Guesses begin(Api api, Person person, InstantSource clock, Random random) {
    return new Guesses(api, person, clock, random);
  }

  boolean done() {
    return counted.isEmpty() && locked.isEmpty();
  }

  /** The next question. */
  void go(Samples samples) {
    if (!counted.isEmpty()) {
      ask(samples, counted.remove());
      if (counted.isEmpty()) {
        useUp();
      }
    } else {
      ask(samples, locked.remove());
    }
  }

  private void ask(Samples samples, Question question) {
    if (question == Question.REPLAYED && step() > usedIn + 1) {
      // Out of the window by now: that would be an old one.
      return;
    }
    samples.take(question, call(question));
  }

  private Call call(Question question) {
    var app = person.authenticator();
    return switch (question) {
      case WRONG, LOCKED_WRONG -> answering(challenge(), app.wrongCode());
      case OLD -> answering(challenge(), app.codeAt(OUTSIDE));
      case REPLAYED -> answering(challenge(), used);
      // Of the next step, which is in the window and not spent.
      case LOCKED_RIGHT -> answering(challenge(), app.codeAt(1));
      case OVER_WRONG -> answering(over, app.wrongCode());
      case OVER_RIGHT -> answering(over, app.codeAt(1));
      case KNOWN, UNKNOWN -> throw new IllegalArgumentException("no guess at a code");
    };
  }

  private void useUp() {
    Answer answer;
    int tries = 0;
    do {
      answer = answering(challenge(), person.authenticator().wrongCode()).sendPatiently();
    } while (answer.status() != TOO_MANY && tries++ < BUDGET);
  }

  private String challenge() {
    if (uses == MOST_PER_CHALLENGE) {
      challenge = person.challenge();
      uses = 0;
    }
    uses++;
    return challenge;
  }

  private Call answering(String token, String code) {
    return api.post("/sessions").challenge(token).code(code);
  }

  private long step() {
    return clock.millis() / STEP_MILLIS;
  }

  private static Deque<Question> shuffled(Random random, Question... questions) {
    var all = new ArrayList<Question>();
    for (int i = 0; i < OF_EACH; i++) {
      all.addAll(List.of(questions));
    }
    Collections.shuffle(all, random);
    return new ArrayDeque<>(all);
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
