package dev.latchkey.bench.timing;

import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.People;
import dev.latchkey.e2e.person.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Accounts with two-factor, each signed up by mail as anybody is. */
final class Crowd {

  /** More would fill the hashing queue. */
  private static final int AT_ONCE = 2;

  private static final String NAME = "timing";

  private final People people;

  Crowd(Api api, Path mail) {
    people = new People(api, mail);
  }

  List<Person> of(int size) throws InterruptedException, ExecutionException {
    var coming = new ArrayList<Future<Person>>();
    try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int i = 0; i < size; i++) {
        coming.add(hands.submit(this::enrolled));
      }
      var there = new ArrayList<Person>();
      for (var person : coming) {
        there.add(person.get());
        System.err.printf("\r%d of %d accounts ", there.size(), size);
      }
      System.err.println();
      return there;
    }
  }

  /** Somebody who is nobody here, with an address as long as the others' are. */
  Person stranger() {
    return people.stranger(NAME);
  }

  private Person enrolled() {
    var person = people.signedUp(NAME);
    person.enrol(person.signIn());
    return person;
  }
}
