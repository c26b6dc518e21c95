package dev.latchkey.web.page;

import dev.latchkey.web.platform.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form that was sent.
 *
 * @param field the field to correct; empty when it is not one field's fault
 * @param words for the person; empty when nothing is wrong
 */
public record Fault(String field, String words) {

  /** Nothing is wrong. */
  public static final Fault NONE = new Fault("", "");

  /** The API names the field it means at the beginning of its words. */
  private static final Pattern NAMED = Pattern.compile("([a-z_]+): (.+)", Pattern.DOTALL);

  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "invalid_password", List.of("password"),
          "password_required", List.of("password"),
          "password_refused", List.of("new_password", "password"),
          "two_factor", List.of("code"),
          "invalid_two_factor_code", List.of("code"),
          "phone_number_refused", List.of("number"));

  /**
   * The fault that a refusal tells.
   *
   * @param fields the form's; what is about another one is told above the form
   */
  public static Fault of(Refusal refusal, Wording wording, String... fields) {
    var known = List.of(fields);
    var named = NAMED.matcher(refusal.words());
    if (named.matches() && known.contains(named.group(1))) {
      return new Fault(named.group(1), sentence(named.group(2)));
    }
    var field =
        FIELDS.getOrDefault(refusal.id(), List.of()).stream()
            .filter(known::contains)
            .findFirst()
            .orElse("");
    return new Fault(field, wording.of(refusal));
  }

  /**
   * The fault that a refusal tells of a form that may have a code field. The API asks for a code
   * where one is missing and where a wrong one was sent, in the same words; and who tries too often
   * is told so beside the code.
   *
   * @param code what was typed there; null or empty when nothing was
   */
  public static Fault ofStepUp(
      Refusal refusal, @Nullable String code, Wording wording, String... fields) {
    if (code == null || code.isBlank()) {
      return of(refusal, wording, fields);
    }
    return switch (refusal.id()) {
      case "two_factor" -> at("code", wording.wrongCode());
      case "rate_limit" -> at("code", wording.of(refusal));
      default -> of(refusal, wording, fields);
    };
  }

  /** A fault of one field. */
  public static Fault at(String field, String words) {
    return new Fault(field, words);
  }

  /** A fault of the whole form. */
  public static Fault general(String words) {
    return new Fault("", words);
  }

  /** The words for a field; empty when it is right. */
  public String on(String name) {
    return field.equals(name) ? words : "";
  }

  /** Whether something is wrong. */
  public boolean any() {
    return !words.isEmpty();
  }

  /** The words to stand above the form; empty when they stand beside a field. */
  public String above() {
    return on("");
  }

  /** The API goes on from the field's name: {@code email: is not a mail address}. */
  private static String sentence(String text) {
    var whole = text.startsWith("is ") ? "this " + text : text;
    var first = whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
    return first.endsWith(".") || first.endsWith("!") ? first : first + ".";
  }
}
