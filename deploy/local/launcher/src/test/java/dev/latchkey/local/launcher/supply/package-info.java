@NullMarked
package dev.latchkey.local.launcher.supply;

import org.jspecify.annotations.NullMarked;
