/**
 * A client exchanges a code, and later refresh tokens, for access tokens: in Heroku's form or in
 * that of RFC 6749. What is used again after it was used ends the authorization.
 */
@NullMarked
package dev.latchkey.token.exchange;

import org.jspecify.annotations.NullMarked;
