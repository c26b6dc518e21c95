package dev.latchkey.e2e.secrecy;

import dev.latchkey.e2e.person.Base32;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for secrets in texts: as they are, and in the forms in which a careless program would hide
 * them. Any token counts, whether it is known or not.
 */
final class Search {

  /** 160 bit in base32; a store would rather have them as bytes. */
  private static final Pattern TOTP_SECRET = Pattern.compile("[A-Z2-7]{32}");

  private final Needles needles;
  private final List<Pattern> codes;
  private final Set<String> finds = new TreeSet<>();
  private int places;

  /**
   * A search.
   *
   * @param codes six digits, which count only where they stand alone
   */
  Search(Collection<String> secrets, Collection<String> codes) {
    needles = new Needles(secrets.stream().flatMap(Search::forms).toList());
    this.codes =
        codes.stream()
            .map(code -> Pattern.compile("(?<![0-9A-Za-z.:-])" + code + "(?![0-9A-Za-z])"))
            .toList();
  }

  private static Stream<String> forms(String secret) {
    var forms = new ArrayList<String>();
    if (!Tokens.is(secret)) {
      forms.add(secret);
      forms.addAll(hidden(secret.getBytes(StandardCharsets.UTF_8)));
    }
    if (TOTP_SECRET.matcher(secret).matches()) {
      forms.addAll(hidden(Base32.decode(secret)));
    }
    return forms.stream();
  }

  private static List<String> hidden(byte[] secret) {
    return List.of(
        Base64.getEncoder().withoutPadding().encodeToString(secret),
        HexFormat.of().formatHex(secret));
  }

  void in(String place, String text) {
    places++;
    if (Tokens.in(text)) {
      finds.add(place + ": a token");
    }
    needles.in(text).forEach(needle -> finds.add(place + ": " + needle.substring(0, 6) + "..."));
    codes.stream()
        .filter(code -> code.matcher(text).find())
        .forEach(code -> finds.add(place + ": a code"));
  }

  int places() {
    return places;
  }

  /** Where something was found, and the beginning of what. */
  Set<String> finds() {
    return finds;
  }
}
