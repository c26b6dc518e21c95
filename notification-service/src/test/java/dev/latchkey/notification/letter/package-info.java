@NullMarked
package dev.latchkey.notification.letter;

import org.jspecify.annotations.NullMarked;
