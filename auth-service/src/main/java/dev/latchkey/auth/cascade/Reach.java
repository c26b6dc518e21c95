package dev.latchkey.auth.cascade;

import dev.latchkey.auth.authorization.Authorizations.Entry;
import dev.latchkey.auth.session.Session;
import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.effect.Fate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What had access right before a cascade, as far as it could be seen. Told, never relied upon. */
public record Reach(List<Session> sessions, List<Entry> authorizations) {

  public Reach {
    sessions = List.copyOf(sessions);
    authorizations = List.copyOf(authorizations);
  }

  /** The authorizations that the change ends. */
  List<Receipt.Token> ended(Change change) {
    return told(entry -> ends(entry, change));
  }

  /** The authorizations that go on after the change. */
  List<Receipt.Token> remaining(Change change) {
    return told(entry -> !ends(entry, change));
  }

  private List<Receipt.Token> told(Predicate<Entry> which) {
    return authorizations.stream().filter(which).map(Receipt.Token::of).toList();
  }

  /**
   * As token-service does it: what a standing authorization minted ends with it, at any depth; what
   * a session or a sign-in minted goes on without it.
   */
  private boolean ends(Entry entry, Change change) {
    boolean byItself =
        entry.signIn()
            || change.authorizations() == Fate.ENDS
            || entry.byApiKey() && change.apiKey() != Fate.STAYS;
    return byItself || standingParent(entry).filter(parent -> ends(parent, change)).isPresent();
  }

  private Optional<Entry> standingParent(Entry entry) {
    return authorizations.stream()
        .filter(other -> other.id().equals(entry.parent()) && !other.signIn())
        .findFirst();
  }
}
