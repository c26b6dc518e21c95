package dev.latchkey.kit.sealing;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a service from starting in production with the password that the tests have: the name of
 * its role, which everybody can read in this repository.
 */
@Singleton
final class DatabasePassword {

  private final Optional<String> user;
  private final Optional<String> password;

  DatabasePassword(
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.user = user;
    this.password = password;
  }

  void check(@Observes StartupEvent start) {
    check(LaunchMode.current());
  }

  /**
   * Looks at the password as it is in this mode.
   *
   * @throws IllegalStateException with what to set; never with the password
   */
  void check(LaunchMode mode) {
    if (mode == LaunchMode.NORMAL && user.isPresent() && password.equals(user)) {
      throw new IllegalStateException(
          "the password of PostgreSQL is the default of tests: set LATCHKEY_PG_PASSWORD");
    }
  }
}
