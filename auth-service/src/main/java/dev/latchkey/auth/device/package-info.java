/** Known devices: their own attempt budget keeps an attacker from locking the owner out. */
@NullMarked
package dev.latchkey.auth.device;

import org.jspecify.annotations.NullMarked;
