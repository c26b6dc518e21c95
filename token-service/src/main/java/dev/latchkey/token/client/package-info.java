/**
 * OAuth clients: applications that a person registers and that others let into their accounts. Only
 * a keyed hash of a secret is stored; a client without one is public and must use PKCE.
 */
@NullMarked
package dev.latchkey.token.client;

import org.jspecify.annotations.NullMarked;
