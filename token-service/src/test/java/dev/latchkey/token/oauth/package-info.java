/** Introspection, revocation and metadata, as RFC 7662, 7009 and 8414 have them. */
@NullMarked
package dev.latchkey.token.oauth;

import org.jspecify.annotations.NullMarked;
