/**
 * Lets changes to an account take effect on its authorizations. Which change ends what is the table
 * of effects in contracts ({@code Change}).
 */
@NullMarked
package dev.latchkey.token.cascade;

import org.jspecify.annotations.NullMarked;
