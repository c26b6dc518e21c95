package dev.latchkey.e2e.person;

import dev.latchkey.e2e.http.Api;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes people. Each has an address and a password that nobody else has. */
public final class People {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Api api;
  private final Path mail;

  /** People who use a platform whose mails are kept in a directory. */
  public People(Api api, Path mail) {
    this.api = api;
    this.mail = mail;
  }

  /** Somebody who has not signed up. */
  public Person stranger(String name) {
    var address = Known.address(name + "-" + random(4) + "@example.com");
    return new Person(api, mail, address, Known.secret("plenty of words " + random(6)));
  }

  /** Somebody with an account and a verified address. */
  public Person signedUp(String name) {
    return stranger(name).signUp().verify();
  }

  /** The same, with two-factor on. */
  public Person careful(String name) {
    var person = signedUp(name);
    person.enrol(person.signIn());
    return person;
  }

  private static String random(int bytes) {
    var chance = new byte[bytes];
    RANDOM.nextBytes(chance);
    return HexFormat.of().formatHex(chance);
  }
}
