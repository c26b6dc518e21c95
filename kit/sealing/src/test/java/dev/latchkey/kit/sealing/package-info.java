/** What sealing promises. */
@NullMarked
package dev.latchkey.kit.sealing;

import org.jspecify.annotations.NullMarked;
