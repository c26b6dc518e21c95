package dev.latchkey.auth.browserlogin;

import java.util.regex.Pattern;

/**
 * The path of a page on this platform. Never a whole address: Heroku's client puts it after its own
 * host's, and an address elsewhere would be where people take their passwords to.
 */
public record PagePath(String text) {

  private static final Pattern FORM = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

  public PagePath {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("a page must be a path such as /dashboard/cli: " + text);
    }
  }

  String of(LoginId id) {
    return text + "/" + id.text();
  }
}
