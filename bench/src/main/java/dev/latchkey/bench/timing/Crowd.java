package dev.latchkey.bench.timing;

import dev.latchkey.bench.Few;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.People;
import dev.latchkey.e2e.person.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Accounts with two-factor, each signed up by mail as anybody is. */
final class Crowd {

  private static final String NAME = "timing";

  private final People people;

  Crowd(Api api, Path mail) {
    people = new People(api, mail);
  }

  List<Person> of(int size) throws InterruptedException, ExecutionException {
    return Few.of(size, "accounts", this::enrolled);
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
