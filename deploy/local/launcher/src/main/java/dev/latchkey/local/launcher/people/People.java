package dev.latchkey.local.launcher.people;

import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.JsonFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The seeded people. Their passwords are for development and known to everybody; TOTP secrets and
 * recovery codes are made by the platform and kept in {@code people.json}.
 */
public final class People {

  private static final List<Person> WANTED =
      List.of(
          Person.to("alice@example.com", "alice paints seven teal windmills", Setup.APP),
          Person.to("bob@example.com", "bob mends nine amber accordions", Setup.PASSWORD_ONLY),
          Person.to("carol@example.com", "carol folds eight lilac umbrellas", Setup.APP_AND_PHONE)
              .withPhone("+4915100000001"),
          Person.to(
              "dave@example.com", "dave waters six indigo cactuses", Setup.RECOVERY_CODES_ONLY));

  private final JsonFile<Person[]> file;

  public People(Installation installation) {
    this.file = new JsonFile<>(installation.people(), Person[].class);
  }

  List<Person> all() throws IOException {
    var known = file.read().map(List::of).orElse(List.of());
    return WANTED.stream().map(person -> remembered(person, known)).toList();
  }

  void put(Person person) throws IOException {
    var all = new ArrayList<>(all());
    all.replaceAll(one -> one.email().equals(person.email()) ? person : one);
    file.write(all.toArray(Person[]::new));
  }

  /**
   * What a person types now where a code is asked: the app's code or, without an app, the next
   * recovery code, which is struck off. Empty for somebody who has none or is not known here.
   */
  public Optional<String> code(String email, Instant now) throws IOException {
    var found = all().stream().filter(one -> one.email().equalsIgnoreCase(email)).findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var person = found.get();
    var secret = person.totpSecret();
    return secret == null ? recoveryCode(person) : Optional.of(TotpCode.at(secret, now));
  }

  private Optional<String> recoveryCode(Person person) throws IOException {
    var codes = person.recoveryCodes();
    if (codes == null || codes.isEmpty()) {
      return Optional.empty();
    }
    put(person.withCodes(codes.subList(1, codes.size())));
    return Optional.of(codes.getFirst());
  }

  private static Person remembered(Person person, List<Person> known) {
    return known.stream()
        .filter(one -> one.email().equals(person.email()))
        .findFirst()
        .map(person::knowing)
        .orElse(person);
  }

  /** The people in words, for the end of {@code ./dev up}. */
  public String describe() throws IOException {
    return all().stream().map(People::describe).collect(Collectors.joining("\n"));
  }

  private static String describe(Person person) {
    var code = person.setup().twoFactor() ? "code: ./dev otp " + person.email() : "";
    var phone = person.phone() == null ? "" : ", ./dev sms " + person.phone();
    return "  %-18s password: %-34s%s%s"
        .formatted(person.email(), person.password(), code, phone)
        .stripTrailing();
  }
}
