/** Where somebody can be reached, as auth-service knows it at the moment of sending. */
@NullMarked
package dev.latchkey.notification.account;

import org.jspecify.annotations.NullMarked;
