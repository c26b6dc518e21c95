@NullMarked
package dev.latchkey.notification.notice;

import org.jspecify.annotations.NullMarked;
