package dev.latchkey.local.launcher.attack;

/**
 * One of the list.
 *
 * @param number its name; there are gaps, and no number is given twice
 * @param family what it is about, a heading of the page
 * @param deed what is done
 * @param expected what must come of it
 * @param elsewhere why no test can run here; empty when one can
 */
record Attack(int number, String family, String deed, String expected, String elsewhere) {

  /** "number | family | deed → expected", and "| reason" where no test can run here. */
  static Attack read(String line) {
    var cells = line.split(" \\| ", -1);
    var story = cells.length < 3 ? new String[0] : cells[2].split(" → ", -1);
    if (cells.length > 4 || story.length != 2) {
      throw new IllegalArgumentException("no attack: " + line);
    }
    return new Attack(
        Integer.parseInt(cells[0]),
        cells[1],
        story[0],
        story[1],
        cells.length == 4 ? cells[3] : "");
  }

  /** What JUnit's {@code @Tag} says on a test that shows it. */
  String tag() {
    return Attacks.TAG + number;
  }
}
