@NullMarked
package dev.latchkey.notification.delivery;

import org.jspecify.annotations.NullMarked;
