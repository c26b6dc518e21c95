/** What mailbox and SMS provider have kept, to look at. */
@NullMarked
package dev.latchkey.local.infra.unsent;

import org.jspecify.annotations.NullMarked;
