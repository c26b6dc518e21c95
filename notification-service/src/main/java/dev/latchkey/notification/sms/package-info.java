/**
 * The courier that goes by SMS: finds the words, hands the text to Twilio, and hears what became of
 * it. A text costs money, so one that may have been taken is asked for before it is sent again.
 */
@NullMarked
package dev.latchkey.notification.sms;

import org.jspecify.annotations.NullMarked;
