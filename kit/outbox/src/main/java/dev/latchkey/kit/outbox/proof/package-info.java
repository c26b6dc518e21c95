/**
 * Who said it: the relay signs each record with the service's own key, and nobody's record is read
 * before its proof is. The form of a proof is in {@link dev.latchkey.contracts.event.EventProof}.
 */
@NullMarked
package dev.latchkey.kit.outbox.proof;

import org.jspecify.annotations.NullMarked;
