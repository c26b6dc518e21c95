/** The manifests against the endpoint table. */
@NullMarked
package dev.latchkey.local.gateway.route;

import org.jspecify.annotations.NullMarked;
