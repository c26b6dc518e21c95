/** Who a request is: the claims of the identity JWT, scopes, kinds of credential, header names. */
@NullMarked
package dev.latchkey.contracts.identity;

import org.jspecify.annotations.NullMarked;
