/**
 * The standards that an OAuth client speaks beside the exchange: introspection (RFC 7662),
 * revocation (RFC 7009), metadata (RFC 8414), and what their doors have in common with it. A client
 * shows itself in the body; its {@code Authorization} never comes this far.
 */
@NullMarked
package dev.latchkey.token.oauth;

import org.jspecify.annotations.NullMarked;
