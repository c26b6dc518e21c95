/**
 * Who a request is. On the public port the edge's signed identity is verified and held against the
 * endpoint table ({@link dev.latchkey.kit.identity.EndpointGuard}) and can be injected as {@link
 * dev.latchkey.kit.identity.Caller}; on the internal port another service's credential is ({@link
 * dev.latchkey.kit.identity.ServiceGuard}). Here are also opaque tokens and the only sources of
 * time and chance. Whatever is missing, unreadable or doubtful is refused.
 */
@NullMarked
package dev.latchkey.kit.identity;

import org.jspecify.annotations.NullMarked;
