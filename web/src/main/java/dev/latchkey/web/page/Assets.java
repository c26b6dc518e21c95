package dev.latchkey.web.page;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of style and scripts, with what is in them: browsers keep them until they change. */
@Named
@Singleton
public class Assets {

  private static final String FOLDER = "META-INF/resources/dashboard/assets/";
  private static final int DIGITS = 12;

  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  /** The address of a file in {@code dashboard/assets}. */
  public String of(String name) {
    return addresses.computeIfAbsent(name, Assets::address);
  }

  private static String address(String name) {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalArgumentException("no asset " + name);
      }
      var sum = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
      return "/dashboard/assets/" + name + "?" + HexFormat.of().formatHex(sum).substring(0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
