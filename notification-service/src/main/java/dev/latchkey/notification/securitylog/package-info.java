/** The security log: every fact that was said about an account, for its owner to read. */
@NullMarked
package dev.latchkey.notification.securitylog;

import org.jspecify.annotations.NullMarked;
