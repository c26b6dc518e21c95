/** Which service a request belongs to, as the HTTPRoute manifests say, and what a good path is. */
@NullMarked
package dev.latchkey.local.gateway.route;

import org.jspecify.annotations.NullMarked;
