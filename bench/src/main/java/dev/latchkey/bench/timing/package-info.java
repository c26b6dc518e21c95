/** Whether the time of a refusal tells why it was refused. */
@NullMarked
package dev.latchkey.bench.timing;

import org.jspecify.annotations.NullMarked;
