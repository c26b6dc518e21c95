/** Lists in parts, as Heroku's Platform API has them: {@code Range}, {@code Next-Range}, 206. */
@NullMarked
package dev.latchkey.kit.paging;

import org.jspecify.annotations.NullMarked;
