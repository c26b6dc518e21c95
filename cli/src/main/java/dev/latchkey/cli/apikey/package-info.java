/** The account's one API key. */
@NullMarked
package dev.latchkey.cli.apikey;

import org.jspecify.annotations.NullMarked;
