package dev.latchkey.auth.cascade;

import dev.latchkey.auth.authorization.Authorizations;
import dev.latchkey.auth.session.Session;
import java.util.List;

/** What had access right before a cascade, as far as it could be seen. Told, never relied upon. */
public record Reach(List<Session> sessions, List<Authorizations.Entry> authorizations) {

  public Reach {
    sessions = List.copyOf(sessions);
    authorizations = List.copyOf(authorizations);
  }

  List<Receipt.Token> signIns() {
    return authorizations.stream()
        .filter(Authorizations.Entry::signIn)
        .map(Receipt.Token::of)
        .toList();
  }

  List<Receipt.Token> explicit() {
    return authorizations.stream().filter(entry -> !entry.signIn()).map(Receipt.Token::of).toList();
  }
}
