/** What a security change does to everything that already has access. */
@NullMarked
package dev.latchkey.contracts.effect;

import org.jspecify.annotations.NullMarked;
