package dev.latchkey.local.launcher.cluster;

import static com.networknt.schema.SpecVersion.VersionFlag.V202012;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.ValidationMessage;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Says what is wrong with a manifest: a field that its kind does not have, a value of another type.
 * Kubernetes itself drops an unknown field with a warning, and what it was to switch on is off.
 */
final class KnownTypes {

  private static final Map<String, Class<?>> TYPES =
      Map.ofEntries(
          Map.entry("v1/Namespace", Namespace.class),
          Map.entry("v1/ConfigMap", ConfigMap.class),
          Map.entry("v1/Service", Service.class),
          Map.entry("v1/ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1/Deployment", Deployment.class),
          Map.entry("apps/v1/StatefulSet", StatefulSet.class),
          Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("gateway.networking.k8s.io/v1/Gateway", Gateway.class),
          Map.entry("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class),
          Map.entry("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class),
          Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
          Map.entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
          Map.entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
          Map.entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
          Map.entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class));

  private static final ObjectMapper STRICT =
      new ObjectMapper().setAnnotationIntrospector(new NothingElse());
  private static final ObjectMapper PLAIN = new ObjectMapper();

  private KnownTypes() {}

  /** What is wrong; empty if nothing is. */
  static List<String> wrongWith(Manifest manifest) {
    var type = TYPES.get(manifest.api() + "/" + manifest.kind());
    return type == null ? bySchema(manifest) : byType(manifest, type);
  }

  private static List<String> byType(Manifest manifest, Class<?> type) {
    try {
      var unused = STRICT.treeToValue(manifest.json(), type);
      return List.of();
    } catch (JsonProcessingException e) {
      return List.of(manifest + ": " + e.getMessage());
    }
  }

  /**
   * Of these kinds no registry that a build reaches has the types: see {@code schemas/README.md}.
   */
  private static List<String> bySchema(Manifest manifest) {
    var file = "schemas/" + manifest.kind() + ".json";
    try (var schema = KnownTypes.class.getResourceAsStream(file)) {
      if (schema == null) {
        return List.of(manifest + ": " + manifest.api() + " is unknown");
      }
      return JsonSchemaFactory.getInstance(V202012)
          .getSchema(PLAIN.readTree(schema))
          .validate(manifest.json())
          .stream()
          .map(ValidationMessage::getMessage)
          .map(message -> manifest + ": " + message)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The types take anything, to survive a newer cluster. Here what they do not know is wrong. */
  private static final class NothingElse extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return Boolean.FALSE;
    }

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated annotated) {
      return super.findPropertyIgnoralByName(config, annotated).withoutIgnoreUnknown();
    }
  }
}
