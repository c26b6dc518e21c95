/** Cookies, forms and the address that browsers see. */
@NullMarked
package dev.latchkey.web.visit;

import org.jspecify.annotations.NullMarked;
