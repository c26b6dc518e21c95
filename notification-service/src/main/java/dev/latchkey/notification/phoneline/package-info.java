/** What kind of line a number is, before a code is sent to it. */
@NullMarked
package dev.latchkey.notification.phoneline;

import org.jspecify.annotations.NullMarked;
