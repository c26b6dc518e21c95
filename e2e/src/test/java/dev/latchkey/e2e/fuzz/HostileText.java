package dev.latchkey.e2e.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Texts that no honest client sends, by chance. */
final class HostileText {

  /** A whole token by its shape, though none by its checksum. Only where nothing may keep it. */
  static final String TOKEN = "lkse_" + "0".repeat(33);

  private static final List<String> KNOWN =
      List.of(
          "",
          " ",
          "null",
          "undefined",
          "true",
          "-1",
          "0",
          "1e999",
          "99999999999999999999999999",
          "NaN",
          "~",
          "..",
          "{id}",
          "a'b",
          "' or '1'='1",
          "'; drop table account; --",
          "${jndi:ldap://127.0.0.1/x}",
          "<script>alert(1)</script>",
          "{{7*7}}",
          "%s%n%x",
          "a,b;c=\"",
          "00000000-0000-4000-8000-000000000000",
          "00000000-0000-4000-8000-00000000000000000",
          "lkse_0000000000",
          "eyJhbGciOiJub25lIn0.e30.",
          "alice@example.net",
          "a@b@c",
          "ä@exämple.com",
          "+4915100000000",
          "https://example.com/?a=b#c",
          "javascript:alert(1)",
          "global",
          "id ]..; max=1",
          "SHA256:x",
          "ssh-ed25519 AAAA",
          "PT1S",
          "9223372036854775808");

  private static final List<String> SIGNS =
      List.of(
          "\u0000",
          "\u0007",
          "\n",
          "\r\n",
          "\t",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u200b",
          "\u202e",
          "\u2066",
          "\ufeff",
          "\ufffd",
          "\uffff",
          "\ud800",
          "\udc00",
          "\ud83d\udd11",
          "e\u0301",
          "\u0130",
          "ß",
          "İ",
          "ﬁ",
          "%00",
          "%",
          "\\",
          "/",
          "\"",
          "'",
          ";",
          ",",
          ":",
          "@",
          "+");

  private final Random random;

  HostileText(Random random) {
    this.random = random;
  }

  /** Any text, also one that is no Unicode. */
  String any() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> pick(KNOWN);
      case 2 -> pick(KNOWN) + pick(SIGNS) + pick(KNOWN);
      case 3 -> pick(SIGNS).repeat(1 + random.nextInt(40));
      case 4 -> pick(KNOWN).repeat(1 + random.nextInt(200));
      default -> letters(random.nextInt(3000));
    };
  }

  /** The value of a well-formed header: visible Latin-1 and spaces. */
  String header() {
    var text = any().replaceAll("[^\\x20-\\x7e\\xa1-\\xff]", "?");
    return cut(text, 2000);
  }

  /** One part of a path or a query, all of it escaped, now and then in bytes that are no UTF-8. */
  String escaped() {
    return switch (random.nextInt(8)) {
      case 0 -> "%C3%28";
      case 1 -> "%00";
      case 2 -> TOKEN;
      case 3 -> "%ff%fe";
      default -> escape(cut(any(), 600));
    };
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String letters(int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(
          random.nextInt(3) > 0 ? 'a' + random.nextInt(26) : random.nextInt(0xd7ff));
    }
    return text.toString();
  }

  private static String escape(String text) {
    var escaped = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = each > 0 && (Character.isLetterOrDigit(each) || each == '-' || each == '~');
      escaped.append(plain ? String.valueOf((char) each) : "%%%02X".formatted(each & 0xff));
    }
    return escaped.isEmpty() ? "-" : escaped.toString();
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.min(most, text.length()));
  }
}
