@NullMarked
package dev.latchkey.notification.securitylog;

import org.jspecify.annotations.NullMarked;
