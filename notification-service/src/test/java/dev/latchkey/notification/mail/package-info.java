@NullMarked
package dev.latchkey.notification.mail;

import org.jspecify.annotations.NullMarked;
