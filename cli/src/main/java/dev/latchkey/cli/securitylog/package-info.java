/** What happened to the account. */
@NullMarked
package dev.latchkey.cli.securitylog;

import org.jspecify.annotations.NullMarked;
