/** The gateway as a program between a real client and real stand-in servers. */
@NullMarked
package dev.latchkey.local.gateway;

import org.jspecify.annotations.NullMarked;
