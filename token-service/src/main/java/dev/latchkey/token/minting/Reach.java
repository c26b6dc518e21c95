package dev.latchkey.token.minting;

import dev.latchkey.contracts.identity.Scope;
import java.util.Set;

/** Which scopes a credential may hand on. A child never outranks its parent. */
final class Reach {

  private Reach() {}

  /**
   * True when everything the child may do the parent may do too. Only {@code global} covers other
   * scopes: whether {@code write} includes {@code read} is for the endpoint table to say, and a
   * guess here would be an escalation there.
   */
  static boolean covers(Set<Scope> parent, Set<Scope> child) {
    return parent.contains(Scope.GLOBAL) || parent.containsAll(child);
  }
}
