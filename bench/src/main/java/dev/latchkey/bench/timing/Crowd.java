package dev.latchkey.bench.timing;

import dev.latchkey.bench.Few;
import dev.latchkey.e2e.person.People;
import dev.latchkey.e2e.person.Person;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Accounts with two-factor, each signed up by mail as anybody is. */
final class Crowd {

  private static final String NAME = "timing";

  private final People people;

  Crowd(People people) {
    this.people = people;
  }

  List<Person> of(int size) throws InterruptedException, ExecutionException {
    return Few.of(size, "accounts", () -> people.careful(NAME));
  }

  /** Somebody who is nobody here, with an address as long as the others' are. */
  Person stranger() {
    return people.stranger(NAME);
  }
}
