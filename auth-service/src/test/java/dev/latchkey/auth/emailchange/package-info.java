/** Tests of changes of address. */
@NullMarked
package dev.latchkey.auth.emailchange;

import org.jspecify.annotations.NullMarked;
