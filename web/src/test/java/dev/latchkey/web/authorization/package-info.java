/** Tests. */
@NullMarked
package dev.latchkey.web.authorization;

import org.jspecify.annotations.NullMarked;
