@NullMarked
package dev.latchkey.kit.paging;

import org.jspecify.annotations.NullMarked;
