/**
 * The keys that sign identities: made at the first start, published before they sign, replaced
 * every month or on demand, withdrawn when nothing they signed is alive. Read {@link
 * dev.latchkey.auth.identitykey.KeySchedule} first.
 */
@NullMarked
package dev.latchkey.auth.identitykey;

import org.jspecify.annotations.NullMarked;
