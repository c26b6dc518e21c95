@NullMarked
package dev.latchkey.notification.twilio;

import org.jspecify.annotations.NullMarked;
