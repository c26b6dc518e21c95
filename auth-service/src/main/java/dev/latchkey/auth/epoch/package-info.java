/** The epoch: one integer an account whose rise ends everything that carries an older one. */
@NullMarked
package dev.latchkey.auth.epoch;

import org.jspecify.annotations.NullMarked;
