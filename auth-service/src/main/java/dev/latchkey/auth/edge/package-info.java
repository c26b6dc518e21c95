/** Edge authentication: the one place that decides who a request is. */
@NullMarked
package dev.latchkey.auth.edge;

import org.jspecify.annotations.NullMarked;
