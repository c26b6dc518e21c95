/** Tests. */
@NullMarked
package dev.latchkey.web.session;

import org.jspecify.annotations.NullMarked;
