/** What happened to the account, in words for its owner. */
@NullMarked
package dev.latchkey.web.securitylog;

import org.jspecify.annotations.NullMarked;
