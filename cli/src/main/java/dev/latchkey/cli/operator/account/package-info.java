/** Looking at somebody's account, and helping its owner back in. */
@NullMarked
package dev.latchkey.cli.operator.account;

import org.jspecify.annotations.NullMarked;
