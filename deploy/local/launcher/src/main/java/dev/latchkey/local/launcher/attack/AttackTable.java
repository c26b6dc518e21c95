package dev.latchkey.local.launcher.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The list of attacks beside the tests that show each. */
public final class AttackTable {

  private final List<Attack> attacks;
  private final Map<Integer, String> awaited;
  private final List<TaggedTest> tests;
  private final Fates fates;

  AttackTable(
      List<Attack> attacks, Map<Integer, String> awaited, List<TaggedTest> tests, Fates fates) {
    this.attacks = attacks;
    this.awaited = awaited;
    this.tests = tests;
    this.fates = fates;
  }

  /** Of the sources and the reports that are below a folder now. */
  public static AttackTable below(Path root) throws IOException {
    return new AttackTable(
        Attacks.all(), Attacks.awaited(), TaggedTests.below(root), new Fates(root));
  }

  /** The page with what became of each test. */
  public String results() throws IOException {
    var results = new ArrayList<String>();
    for (var test : tests) {
      results.add(test.title() + ": " + fates.of(test).text());
    }
    return page(results);
  }

  /** The page that is kept: what became of the tests is not on it. */
  String page() {
    return page(tests.stream().map(TaggedTest::title).toList());
  }

  /**
   * What is wrong after a run, a sentence each: attacks without a test, tests that did not pass.
   */
  public List<String> complaints() throws IOException {
    var complaints = new ArrayList<>(gaps());
    for (var test : tests) {
      var fate = fates.of(test);
      if (fate.bad()) {
        complaints.add("%s: %s %s".formatted(test.tag(), test.title(), fate.text()));
      }
    }
    return complaints;
  }

  /** What is wrong whatever a run says: attacks without a test, tags without an attack. */
  List<String> gaps() {
    var gaps = new ArrayList<String>();
    for (var attack : attacks) {
      if (of(attack).isEmpty() && attack.elsewhere().isEmpty() && awaited(attack).isEmpty()) {
        gaps.add("%s has no test: %s".formatted(attack.tag(), attack.deed()));
      }
    }
    var known = attacks.stream().map(Attack::tag).toList();
    tests.stream()
        .filter(test -> !known.contains(test.tag()))
        .forEach(test -> gaps.add(test.title() + " shows an unknown attack: " + test.tag()));
    return gaps;
  }

  private String awaited(Attack attack) {
    return awaited.getOrDefault(attack.number(), "");
  }

  private List<Integer> of(Attack attack) {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < tests.size(); i++) {
      if (tests.get(i).tag().equals(attack.tag())) {
        places.add(i);
      }
    }
    return places;
  }

  private String page(List<String> titles) {
    var page = new AttackPage();
    for (var attack : attacks) {
      page.row(attack, of(attack).stream().map(titles::get).toList(), awaited(attack));
    }
    return page.toString();
  }
}
