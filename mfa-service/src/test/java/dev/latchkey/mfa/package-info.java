/** What all tests of this service stand on. */
@NullMarked
package dev.latchkey.mfa;

import org.jspecify.annotations.NullMarked;
