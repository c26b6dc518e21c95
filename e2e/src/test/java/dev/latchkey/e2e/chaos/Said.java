package dev.latchkey.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.store.Heard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What Kafka has of a round. */
record Said(List<Heard> records) {

  private static final String DEAD_LETTERS = ".dlq";

  Said {
    records = List.copyOf(records);
  }

  /** The different ids under which a fact about an account was said: once each, however often. */
  Set<String> ids(UUID account, String fact) {
    return events()
        .filter(one -> one.key().equals(account.toString()) && one.fact().equals(fact))
        .map(Heard::id)
        .collect(Collectors.toSet());
  }

  /** The messages that were asked for, by the ids that deliveries have. */
  Set<String> messages(UUID account) {
    return events()
        .filter(one -> one.key().equals(account.toString()))
        .filter(one -> one.fact().equals("MessageRequested"))
        .map(one -> one.json().path("message").asText())
        .collect(Collectors.toSet());
  }

  /** What is under one id is one fact, word for word. */
  void assertOneFactAnId() {
    Map<String, Set<List<String>>> byId =
        events()
            .filter(one -> !one.id().isEmpty())
            .collect(
                Collectors.groupingBy(
                    one -> one.topic() + " " + one.id(),
                    Collectors.mapping(
                        one -> List.of(one.key(), one.fact(), one.text()), Collectors.toSet())));
    byId.values().removeIf(bodies -> bodies.size() == 1);
    byId.keySet().removeIf(id -> id.endsWith(" poison"));
    assertThat(byId).as("facts that share an id").isEmpty();
  }

  private java.util.stream.Stream<Heard> events() {
    return records.stream().filter(one -> !one.topic().endsWith(DEAD_LETTERS));
  }
}
