/** The API key: the one credential that every account has. See it, replace it. */
@NullMarked
package dev.latchkey.web.apikey;

import org.jspecify.annotations.NullMarked;
