/** Where the account is signed in. */
@NullMarked
package dev.latchkey.cli.session;

import org.jspecify.annotations.NullMarked;
