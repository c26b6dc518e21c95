/** The security log, without a platform. */
@NullMarked
package dev.latchkey.web.securitylog;

import org.jspecify.annotations.NullMarked;
