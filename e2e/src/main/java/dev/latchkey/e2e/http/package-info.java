/** The public API as a client sees it: calls, answers, and bytes that no client would send. */
@NullMarked
package dev.latchkey.e2e.http;

import org.jspecify.annotations.NullMarked;
