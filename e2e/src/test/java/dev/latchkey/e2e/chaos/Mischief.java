package dev.latchkey.e2e.chaos;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.e2e.store.Heard;
import dev.latchkey.e2e.store.HeldRelay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Messages that come again, in the wrong order, or that nobody can read. */
final class Mischief {

  private static final int MOST_COPIES = 3;
  private static final int PAYLOAD = 6;

  private Mischief() {}

  /** All that was said in the round so far comes again, and all of it once more at the end. */
  static Blow duplicating(Setting setting) {
    return new Blow() {
      @Override
      public void strike() {
        again(setting);
      }

      @Override
      public void close() {
        again(setting);
      }
    };
  }

  private static void again(Setting setting) {
    var copies = new ArrayList<Heard>();
    said(setting)
        .forEach(one ->
            IntStream.rangeClosed(0, setting.random().nextInt(MOST_COPIES))
                .forEach(i -> copies.add(one)));
    setting.platform().events().say(copies);
  }

  /**
   * A service's facts arrive in any order, and a second time in the right one: they are sent past
   * its relay, which is held meanwhile. At the end all of the round comes late, in any order.
   */
  static Blow reordering(Setting setting) {
    var owner = setting.oneOf(Owner.AUTH, Owner.MFA);
    var held = HeldRelay.of(setting.platform().postgres(), owner);
    var wait = setting.between(200, 900);
    var order = new Random(setting.random().nextLong());
    return new Blow() {
      @Override
      public void strike() {
        Setting.sleep(wait);
        var waiting = new ArrayList<>(waiting(setting, owner));
        Collections.shuffle(waiting, order);
        setting.platform().events().say(waiting);
        held.close();
      }

      @Override
      public void close() {
        held.close();
        var late = new ArrayList<>(said(setting));
        Collections.shuffle(late, order);
        setting.platform().events().say(late);
      }
    };
  }

  /** Records that are no facts stand before the facts of those who are there. */
  static Blow poisoning(Setting setting) {
    var chance = setting.random();
    var poison = new ArrayList<Heard>();
    for (var topic : Topic.values()) {
      for (var account : setting.accounts()) {
        poison.add(poison(topic, account, chance));
      }
    }
    return new Blow() {
      @Override
      public void strike() {
        setting.platform().events().say(poison);
      }

      @Override
      public void close() {}
    };
  }

  private static Heard poison(Topic topic, UUID account, Random chance) {
    var key = account.toString();
    return switch (chance.nextInt(3)) {
      case 0 -> new Heard(topic.topic(), key, Map.of(), "poison");
      case 1 -> new Heard(topic.topic(), "", Map.of("ce_specversion", "1.0"), "{}");
      default ->
          new Heard(
              topic.topic(),
              key,
              Map.of("ce_specversion", "1.0", "ce_id", "poison", "ce_type", "poison.v1"),
              "{\"account\":");
    };
  }

  private static List<Heard> said(Setting setting) {
    return setting.platform().events().since(setting.begin()).stream()
        .filter(
            one -> Stream.of(Topic.values()).anyMatch(topic -> topic.topic().equals(one.topic())))
        .toList();
  }

  /** What waits in an outbox, as its relay would send it. */
  private static List<Heard> waiting(Setting setting, Owner owner) {
    var query =
        """
        select topic, account::text, id::text, type, happened_at, schema, payload from outbox
        order by seq
        """;
    return setting.platform().postgres().rows(owner, query).stream()
        .map(row -> record(row, owner))
        .toList();
  }

  private static Heard record(List<String> row, Owner owner) {
    var headers = new HashMap<String, String>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", row.get(2));
    headers.put("ce_source", "/" + owner.service());
    headers.put("ce_type", row.get(3));
    headers.put("ce_time", row.get(4));
    headers.put("ce_subject", row.get(1));
    headers.put("ce_dataschema", row.get(5));
    headers.put("ce_partitionkey", row.get(1));
    headers.put("content-type", "application/json");
    return new Heard(row.get(0), row.get(1), headers, row.get(PAYLOAD));
  }
}
