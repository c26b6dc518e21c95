/** What must be readable nowhere. */
@NullMarked
package dev.latchkey.e2e.secrecy;

import org.jspecify.annotations.NullMarked;
