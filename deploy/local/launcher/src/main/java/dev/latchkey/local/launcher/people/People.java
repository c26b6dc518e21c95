package dev.latchkey.local.launcher.people;

import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.JsonFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The seeded people. Their passwords are for development and known to everybody; a TOTP secret is
 * made by the platform at enrolment and kept in {@code people.json}.
 */
public final class People {

  private static final List<Person> WANTED =
      List.of(
          Person.to("alice@example.com", "alice paints seven teal windmills", true),
          Person.to("bob@example.com", "bob mends nine amber accordions", false));

  private final JsonFile<Person[]> file;

  public People(Installation installation) {
    this.file = new JsonFile<>(installation.people(), Person[].class);
  }

  List<Person> all() throws IOException {
    return file.read().map(List::of).orElse(WANTED);
  }

  void put(Person person) throws IOException {
    var all = new ArrayList<>(all());
    all.replaceAll(one -> one.email().equals(person.email()) ? person : one);
    file.write(all.toArray(Person[]::new));
  }

  /** The TOTP secret of a person, base32; empty for somebody who has none or is not known here. */
  public Optional<String> totpSecret(String email) throws IOException {
    return all().stream()
        .filter(person -> person.email().equalsIgnoreCase(email))
        .flatMap(person -> Optional.ofNullable(person.totpSecret()).stream())
        .findFirst();
  }

  /** The people in words, for the end of {@code ./dev up}. */
  public String describe() throws IOException {
    return all().stream()
        .map(person ->
            "  %-18s password: %s%s"
                .formatted(
                    person.email(),
                    person.password(),
                    person.twoFactor() ? "   code: ./dev otp " + person.email() : ""))
        .collect(Collectors.joining("\n"));
  }
}
