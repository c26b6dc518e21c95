/** What the edge lets through and as whom, asked as the gateway asks it. */
@NullMarked
package dev.latchkey.auth.edge;

import org.jspecify.annotations.NullMarked;
