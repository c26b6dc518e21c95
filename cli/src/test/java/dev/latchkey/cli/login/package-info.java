/** Tests. */
@NullMarked
package dev.latchkey.cli.login;

import org.jspecify.annotations.NullMarked;
