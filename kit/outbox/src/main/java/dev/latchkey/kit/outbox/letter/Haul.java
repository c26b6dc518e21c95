package dev.latchkey.kit.outbox.letter;

import dev.latchkey.contracts.event.Topic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The letters that one reading brings: not more than fit, whoever filled a topic with what. */
final class Haul {

  /** Of a topic, at a time. */
  static final int MOST = 1_000;

  /** Of all topics together: what nobody signed may be as large as Kafka takes it. */
  private static final long MOST_BYTES = 16L << 20;

  private final Map<Topic, List<Letter>> letters = new EnumMap<>(Topic.class);
  private long bytes;
  private boolean more;

  void add(Letter letter) {
    var ofTopic = letters.computeIfAbsent(letter.topic(), topic -> new ArrayList<>());
    if (ofTopic.size() == MOST) {
      more = true;
      return;
    }
    ofTopic.add(letter);
    bytes += letter.size();
  }

  /** True when no more is taken of a topic. */
  boolean enough(Topic topic) {
    return bytes >= MOST_BYTES || letters.getOrDefault(topic, List.of()).size() >= MOST;
  }

  /** Something stays unread. */
  void leave() {
    more = true;
  }

  LettersFound found() {
    return new LettersFound(letters.values().stream().flatMap(List::stream).toList(), more);
  }
}
