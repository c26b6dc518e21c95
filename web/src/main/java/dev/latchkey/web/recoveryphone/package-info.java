/** The recovery phone: its number, the text with the code, and its removal. */
@NullMarked
package dev.latchkey.web.recoveryphone;

import org.jspecify.annotations.NullMarked;
