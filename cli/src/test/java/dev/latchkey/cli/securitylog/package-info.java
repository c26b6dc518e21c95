/** Tests. */
@NullMarked
package dev.latchkey.cli.securitylog;

import org.jspecify.annotations.NullMarked;
