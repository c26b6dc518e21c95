/**
 * The local gateway: serves the Gateway API manifests of {@code deploy/gateway} on one machine. It
 * asks the edge about every request and keeps the client's credentials away from the services.
 * Start reading at {@link dev.latchkey.local.gateway.Passage}.
 */
@NullMarked
package dev.latchkey.local.gateway;

import org.jspecify.annotations.NullMarked;
