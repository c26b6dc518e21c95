package dev.latchkey.local.launcher.people;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Finds the account of an address; events name accounts and never addresses. */
public final class AccountSearch {

  private final String postgres;
  private final String password;

  /**
   * A search in auth-service's database.
   *
   * @param postgres host and port
   * @param password of its role
   */
  public AccountSearch(String postgres, String password) {
    this.postgres = postgres;
    this.password = password;
  }

  /** The account's id. */
  public Optional<String> id(String email) throws SQLException {
    var url = "jdbc:postgresql://" + postgres + "/auth";
    try (var connection = DriverManager.getConnection(url, "auth", password);
        var query = connection.prepareStatement("select id from account where email = ?")) {
      query.setString(1, email.toLowerCase(Locale.ROOT));
      var found = query.executeQuery();
      return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
    }
  }
}
