package dev.latchkey.local.launcher.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** The list of attacks beside the tests that show each. */
public final class AttackTable {

  private final List<Attack> attacks;
  private final List<TaggedTest> tests;
  private final Fates fates;

  AttackTable(List<Attack> attacks, List<TaggedTest> tests, Fates fates) {
    this.attacks = attacks;
    this.tests = tests;
    this.fates = fates;
  }

  /** Of the sources and the reports that are below a folder now. */
  public static AttackTable below(Path root) throws IOException {
    return new AttackTable(Attacks.all(), TaggedTests.below(root), new Fates(root));
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
   * What is wrong after a run, a sentence each: attacks without a test, tests that failed, attacks
   * of which no test ran. One that is skipped, for want of a browser or by option, is no fault as
   * long as another shows the same.
   */
  public List<String> complaints() throws IOException {
    var complaints = new ArrayList<>(gaps());
    for (var attack : attacks) {
      var shown = new EnumMap<Fate, String>(Fate.class);
      for (var place : of(attack)) {
        var test = tests.get(place);
        shown.put(fates.of(test), "%s: %s".formatted(test.tag(), test.title()));
      }
      if (shown.containsKey(Fate.FAILED)) {
        complaints.add(shown.get(Fate.FAILED) + " failed");
      } else if (shown.containsKey(Fate.NOT_RUN) && !shown.containsKey(Fate.PASSED)) {
        complaints.add(shown.get(Fate.NOT_RUN) + " did not run, nor did another");
      }
    }
    return complaints;
  }

  /** What is wrong whatever a run says: attacks without a test, tags without an attack. */
  List<String> gaps() {
    var gaps = new ArrayList<String>();
    for (var attack : attacks) {
      if (of(attack).isEmpty() && attack.elsewhere().isEmpty()) {
        gaps.add("%s has no test: %s".formatted(attack.tag(), attack.deed()));
      }
    }
    var known = attacks.stream().map(Attack::tag).toList();
    tests.stream()
        .filter(test -> !known.contains(test.tag()))
        .forEach(test -> gaps.add(test.title() + " shows an unknown attack: " + test.tag()));
    return gaps;
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
      page.row(attack, of(attack).stream().map(titles::get).toList());
    }
    return page.toString();
  }
}
