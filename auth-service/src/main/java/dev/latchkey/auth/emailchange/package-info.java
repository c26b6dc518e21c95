/**
 * The links of mails that show whose an address is: of a sign-up, and of an account that is to get
 * another address. The change takes effect when the link in the new mailbox is opened; until then
 * the old address stays, and it is told afterwards.
 */
@NullMarked
package dev.latchkey.auth.emailchange;

import org.jspecify.annotations.NullMarked;
