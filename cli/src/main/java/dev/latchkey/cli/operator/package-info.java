/**
 * {@code latch-operator}: what the platform's operators do for people, asked of the services
 * themselves. Start reading at {@link dev.latchkey.cli.operator.LatchOperator}.
 */
@NullMarked
package dev.latchkey.cli.operator;

import org.jspecify.annotations.NullMarked;
