package dev.latchkey.kit.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The caller's transaction: without one, a fact would stay when the change it tells of does not.
 */
final class OpenTransaction {

  private OpenTransaction() {}

  static Uni<Mutiny.Session> session() {
    return Panache.getSession().invoke(OpenTransaction::check);
  }

  private static void check(Mutiny.Session session) {
    if (session.currentTransaction() == null) {
      throw new IllegalStateException("no transaction is open: put @WithTransaction on the doing");
    }
  }
}
