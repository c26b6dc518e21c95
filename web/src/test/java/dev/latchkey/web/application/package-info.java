/** Tests. */
@NullMarked
package dev.latchkey.web.application;

import org.jspecify.annotations.NullMarked;
