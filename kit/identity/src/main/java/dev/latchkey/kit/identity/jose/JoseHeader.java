package dev.latchkey.kit.identity.jose;

import java.util.Set;
import org.jose4j.base64url.Base64Url;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * A first look at a JWT, before any key is touched or any signature computed: a signed one, of the
 * right type and algorithm, that names its key and brings none along.
 */
public final class JoseHeader {

  /** An honest one has some 700 characters. */
  private static final int LONGEST = 4096;

  /** All that ours have. Not jwk, jku, x5u, x5c: keys come from us; not crit, zip, b64. */
  private static final Set<String> KNOWN = Set.of("alg", "typ", "kid");

  private static final int LONGEST_KEY_ID = 100;

  private JoseHeader() {}

  /** True when the text may be a JWT of that type. */
  public static boolean right(String text, String type) {
    if (text.length() > LONGEST || text.chars().filter(sign -> sign == '.').count() != 2) {
      return false;
    }
    try {
      var header =
          JsonUtil.parseJson(Base64Url.decodeToUtf8String(text.substring(0, text.indexOf('.'))));
      return KNOWN.containsAll(header.keySet())
          && "ES256".equals(header.get("alg"))
          && type.equals(header.get("typ"))
          && header.get("kid") instanceof String kid
          && !kid.isBlank()
          && kid.length() <= LONGEST_KEY_ID;
    } catch (JoseException | RuntimeException broken) {
      return false;
    }
  }
}
