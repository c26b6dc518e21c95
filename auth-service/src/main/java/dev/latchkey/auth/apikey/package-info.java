/** The API key: the one default credential of an account. */
@NullMarked
package dev.latchkey.auth.apikey;

import org.jspecify.annotations.NullMarked;
