/** What watches the platform, on the platform: a real Prometheus with the rules of deploy. */
@NullMarked
package dev.latchkey.e2e.watch;

import org.jspecify.annotations.NullMarked;
