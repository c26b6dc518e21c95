/** Every key of the house is changed while people use it. */
@NullMarked
package dev.latchkey.e2e.rotation;

import org.jspecify.annotations.NullMarked;
