package dev.latchkey.local.launcher;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.local.launcher.letters.DeadLetters;
import dev.latchkey.local.launcher.letters.Letter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "replay",
    description = "Sends dead letters back to where they came from, each once.")
final class Replay implements Callable<Integer> {

  @Mixin private final Here here = new Here();

  @Option(names = "--list", description = "Only show them.")
  private boolean list;

  @Parameters(
      paramLabel = "TOPIC",
      description =
          "latchkey.account, ...: of all hearers; latchkey.account.mfa-service.dlq: of one.")
  private String name = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    var kafka = "127.0.0.1:" + here.running().port("kafka");
    boolean known = false;
    for (var topic : Topic.values()) {
      for (var hearer : Owner.values()) {
        if (name.equals(topic.topic()) || name.equals(topic.deadLetters(hearer))) {
          known = true;
          try (var letters = new DeadLetters(kafka, topic, hearer)) {
            deal(letters);
          }
        }
      }
    }
    if (!known) {
      throw new IOException(name + " is no topic, nor the dead letters of one");
    }
    return 0;
  }

  private void deal(DeadLetters letters) throws IOException, InterruptedException {
    var all = letters.read();
    var readable = all.stream().filter(Letter::readable).toList();
    say(letters.name(), all);
    if (list) {
      return;
    }
    letters.replay(readable);
    System.out.printf(
        "%s: %d sent back, %d left%n",
        letters.name(), readable.size(), all.size() - readable.size());
  }

  private static void say(String name, List<Letter> letters) {
    System.out.printf("%s: %d%n", name, letters.size());
    for (var letter : letters) {
      System.out.println((letter.readable() ? "  " : "  unreadable  ") + letter);
    }
  }
}
