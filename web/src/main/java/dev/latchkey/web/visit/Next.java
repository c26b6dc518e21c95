package dev.latchkey.web.visit;

import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go on after the sign-in: a page of ours, never an address that somebody else wrote. */
public final class Next {

  /** The first page of somebody who is signed in. */
  public static final String HOME = "/dashboard";

  private static final Pattern OURS = Pattern.compile("/dashboard(/[A-Za-z0-9-]+)*");

  private Next() {}

  /** The wish, if it is a page of ours, else {@link #HOME}. */
  public static String of(@Nullable String wish) {
    return wish != null && OURS.matcher(wish).matches() ? wish : HOME;
  }

  static String of(UriInfo uri) {
    return of(uri.getPath());
  }
}
