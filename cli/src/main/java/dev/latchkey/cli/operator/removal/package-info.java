/**
 * Two-factor switched off for somebody who has lost every factor: asked for by one operator,
 * approved by another, and due 72 hours later.
 */
@NullMarked
package dev.latchkey.cli.operator.removal;

import org.jspecify.annotations.NullMarked;
