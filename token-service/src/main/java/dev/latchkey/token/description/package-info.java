/** What an authorization is for, in its owner's words. */
@NullMarked
package dev.latchkey.token.description;

import org.jspecify.annotations.NullMarked;
