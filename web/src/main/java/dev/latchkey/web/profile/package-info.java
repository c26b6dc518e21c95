/** What the account is called, and the ways to change the rest of it. */
@NullMarked
package dev.latchkey.web.profile;

import org.jspecify.annotations.NullMarked;
