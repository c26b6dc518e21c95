/** Another mail address; it counts when the link in the new mailbox was opened. */
@NullMarked
package dev.latchkey.web.emailchange;

import org.jspecify.annotations.NullMarked;
