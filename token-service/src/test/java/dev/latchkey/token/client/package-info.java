/** Clients as their owners, and strangers, meet them. */
@NullMarked
package dev.latchkey.token.client;

import org.jspecify.annotations.NullMarked;
