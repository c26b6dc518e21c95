@NullMarked
package dev.latchkey.notification;

import org.jspecify.annotations.NullMarked;
