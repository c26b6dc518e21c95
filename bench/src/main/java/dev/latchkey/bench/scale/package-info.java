/** Whether a look-up costs more among a million than among a thousand. */
@NullMarked
package dev.latchkey.bench.scale;

import org.jspecify.annotations.NullMarked;
