@NullMarked
package dev.latchkey.notification.sms;

import org.jspecify.annotations.NullMarked;
