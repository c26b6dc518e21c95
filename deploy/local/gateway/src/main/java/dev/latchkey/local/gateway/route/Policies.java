package dev.latchkey.local.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which routes are open. The policy of the whole gateway asks the edge about every request; one
 * that names an HTTPRoute takes its place there, as in Envoy Gateway. No other kind is understood:
 * a policy that is not quite one of these two could open a route without anybody seeing it.
 */
final class Policies {

  private static final String API = "gateway.envoyproxy.io/v1alpha1";
  private static final String ROUTES_API = "gateway.networking.k8s.io";

  private final Set<String> open = new HashSet<>();
  private final List<Document> guards = new ArrayList<>();

  private Policies() {}

  static Policies read(List<Document> documents) {
    var policies = new Policies();
    documents.stream().filter(document -> document.is("SecurityPolicy")).forEach(policies::add);
    return policies;
  }

  /** True when requests of the HTTPRoute with that name pass without asking anybody. */
  boolean open(String route) {
    return open.contains(route);
  }

  /**
   * Stops the start when a cluster would do otherwise: no guard, or one that opens nothing here.
   */
  void check(List<Document> documents) throws IOException {
    if (guards.size() != 1) {
      throw new IOException("exactly one policy must ask the edge, not " + guards.size());
    }
    for (var name : open) {
      if (documents.stream().noneMatch(one -> one.is("HTTPRoute") && one.name().equals(name))) {
        throw new IOException("a policy opens " + name + ", which is no route");
      }
    }
  }

  private void add(Document policy) {
    policy.hasApi(API);
    var spec = policy.spec();
    var target = target(policy);
    var kind = target.path("kind").asText();
    if (kind.equals("Gateway") && spec.path("extAuth").path("failOpen").isBoolean()) {
      policy.hasOnly(spec, Set.of("targetRefs", "extAuth"));
      if (spec.path("extAuth").path("failOpen").asBoolean()) {
        throw policy.refusal("failOpen");
      }
      guards.add(policy);
    } else if (kind.equals("HTTPRoute") && allowsAll(policy)) {
      open.add(target.path("name").asText());
    } else {
      throw policy.refusal("the policy " + policy.name());
    }
  }

  private static JsonNode target(Document policy) {
    var targets = policy.spec().path("targetRefs");
    if (targets.size() != 1) {
      throw policy.refusal("a policy without exactly one target");
    }
    var target = targets.get(0);
    policy.hasOnly(target, Set.of("group", "kind", "name"));
    if (!target.path("group").asText().equals(ROUTES_API)
        || target.path("name").asText().isEmpty()) {
      throw policy.refusal("targetRefs " + targets);
    }
    return target;
  }

  private static boolean allowsAll(Document policy) {
    policy.hasOnly(policy.spec(), Set.of("targetRefs", "authorization"));
    var authorization = policy.spec().path("authorization");
    policy.hasOnly(authorization, Set.of("defaultAction"));
    return authorization.path("defaultAction").asText().equals("Allow");
  }
}
