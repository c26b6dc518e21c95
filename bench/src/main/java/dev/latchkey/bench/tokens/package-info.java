/** Whether looking a token up costs more among a million of them than among a thousand. */
@NullMarked
package dev.latchkey.bench.tokens;

import org.jspecify.annotations.NullMarked;
