/** How the pages ask the platform: as a client of the public API, for the person who visits. */
@NullMarked
package dev.latchkey.web.platform;

import org.jspecify.annotations.NullMarked;
