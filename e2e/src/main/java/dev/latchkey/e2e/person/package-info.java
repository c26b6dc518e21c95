/** People who use the platform: their mail, their authenticator, what they know. */
@NullMarked
package dev.latchkey.e2e.person;

import org.jspecify.annotations.NullMarked;
