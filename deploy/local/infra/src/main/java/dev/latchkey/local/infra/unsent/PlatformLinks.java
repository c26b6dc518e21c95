package dev.latchkey.local.infra.unsent;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text as HTML, in which addresses of the platform itself can be clicked. Others stay text: whoever
 * can have a mail or a text sent chooses words in it, and a click here must not lead to them.
 */
final class PlatformLinks {

  /** No quotes and no closing bracket at the end: those belong to the sentence around it. */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"'\\\\]*[^\\s<>\"'\\\\.,;:!?)\\]]");

  private final Optional<URI> platform;

  PlatformLinks(Optional<URI> platform) {
    this.platform = platform;
  }

  String html(String text) {
    var html = new StringBuilder();
    var found = ADDRESS.matcher(text);
    int done = 0;
    while (found.find()) {
      html.append(escaped(text.substring(done, found.start())));
      var address = escaped(found.group());
      html.append(ours(found.group()) ? "<a href=\"%1$s\">%1$s</a>".formatted(address) : address);
      done = found.end();
    }
    return html.append(escaped(text.substring(done))).toString();
  }

  private boolean ours(String address) {
    try {
      var uri = new URI(address);
      return platform
          .filter(ours ->
              ours.getScheme().equals(uri.getScheme())
                  && ours.getHost().equals(uri.getHost())
                  && ours.getPort() == uri.getPort()
                  && uri.getRawUserInfo() == null)
          .isPresent();
    } catch (URISyntaxException none) {
      return false;
    }
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
