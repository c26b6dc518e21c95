package dev.latchkey.auth.edge;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.Origin;
import io.vertx.core.MultiMap;

/** The request that the gateway asks about: its line and headers, never its body. */
record EdgeRequest(Verb verb, String path, MultiMap headers, Origin origin) {}
