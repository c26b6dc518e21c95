/** The platform that {@code latch} talks to: its address, one request, one answer. */
@NullMarked
package dev.latchkey.cli.platform;

import org.jspecify.annotations.NullMarked;
