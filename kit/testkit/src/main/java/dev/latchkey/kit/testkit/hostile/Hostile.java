package dev.latchkey.kit.testkit.hostile;

import java.time.Duration;
import java.util.function.Consumer;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

/**
 * Properties that hold for any text. The seed is fixed, so that a build that was green stays so;
 * {@code -Dlatchkey.fuzz.seed=N} takes another one (0: by the clock), {@code
 * -Dlatchkey.fuzz.examples=N} more examples than 1000. A failure names its seed and the smallest
 * text that was found.
 */
public final class Hostile {

  private static final long SEED = Long.getLong("latchkey.fuzz.seed", 20_261_128L);
  private static final int EXAMPLES = Integer.getInteger("latchkey.fuzz.examples", 1000);

  /** No reader takes so long for one text, on the slowest machine; one that does can be held up. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Hostile() {}

  /**
   * Any text: control characters, bidirectional marks, halves of surrogate pairs, very long ones.
   */
  public static Gen<String> text() {
    return new HostileTexts("");
  }

  /** Texts that look like right ones: these with signs taken out, put in, doubled or changed. */
  public static Gen<String> near(String... right) {
    return new HostileTexts(right);
  }

  /** Checks that it holds for many of these texts, and that none takes long. */
  public static void holds(Gen<String> texts, Consumer<String> property) {
    theory()
        .forAll(texts.describedAs(Hostile::visible))
        .checkAssert(text -> {
          var begin = System.nanoTime();
          property.accept(text);
          var took = Duration.ofNanos(System.nanoTime() - begin);
          if (took.compareTo(LONGEST) > 0) {
            throw new AssertionError("took " + took);
          }
        });
  }

  private static QuickTheory theory() {
    long seed = SEED == 0 ? System.nanoTime() : SEED;
    return QuickTheory.qt().withFixedSeed(seed).withExamples(EXAMPLES).withShrinkCycles(EXAMPLES);
  }

  private static String visible(String text) {
    var shown = new StringBuilder();
    text.chars()
        .limit(200)
        .forEach(c ->
            shown.append(c > ' ' && c < 0x7f ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    return shown + (text.length() > 200 ? "… (" + text.length() + ")" : "");
  }
}
