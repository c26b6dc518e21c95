@NullMarked
package dev.latchkey.notification.phoneline;

import org.jspecify.annotations.NullMarked;
