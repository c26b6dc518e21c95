/** Far more sign-ins than can be hashed: who is refused how soon, and what it costs the others. */
@NullMarked
package dev.latchkey.bench.storm;

import org.jspecify.annotations.NullMarked;
