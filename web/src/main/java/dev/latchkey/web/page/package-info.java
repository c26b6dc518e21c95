/**
 * What all pages share: the frame, the words of refusals, the faults of forms, style and scripts.
 */
@NullMarked
package dev.latchkey.web.page;

import org.jspecify.annotations.NullMarked;
