/** The account's own page, and what every page knows of the account. */
@NullMarked
package dev.latchkey.web.account;

import org.jspecify.annotations.NullMarked;
