package dev.latchkey.cli.platform;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whose word it is that a platform is the one that it says: the JDK's certificate authorities, and
 * those in the file that {@code LATCHKEY_CA_FILE} names, for platforms with a private one.
 */
public record Trust(Optional<Path> more) {

  /** Reads what somebody wrote into {@code LATCHKEY_CA_FILE}; nothing when that is empty. */
  public static Trust of(String file) {
    return new Trust(file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)));
  }

  /** For connections to that platform; empty where the JDK's own will do. */
  Optional<SSLContext> context(PlatformUrl platform) {
    if (!platform.encrypted()) {
      return Optional.of(new NoTls());
    }
    return more.map(file -> context(managers(certificates(file))));
  }

  private static SSLContext context(TrustManager[] managers) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TrustManager[] managers(Collection<X509Certificate> added) {
    try {
      var all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int number = 0;
      for (var certificate : Stream.concat(ofTheJdk(), added.stream()).toList()) {
        all.setCertificateEntry(Integer.toString(number++), certificate);
      }
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(all);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<X509Certificate> ofTheJdk() throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return Stream.of(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()));
  }

  private static List<X509Certificate> certificates(Path file) {
    var found = new ArrayList<X509Certificate>();
    try (InputStream pem = Files.newInputStream(file)) {
      for (var each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        found.add((X509Certificate) each);
      }
    } catch (IOException e) {
      throw unusable(file, "cannot be read");
    } catch (CertificateException e) {
      throw unusable(file, "is not what it must be: certificates in PEM");
    }
    if (found.isEmpty()) {
      throw unusable(file, "has no certificate in it");
    }
    return found;
  }

  /** Why a handshake came to nothing. */
  static String lacking(SSLHandshakeException failed) {
    Throwable deepest = failed;
    for (var cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      deepest = cause;
    }
    return switch (deepest) {
      case CertPathBuilderException e ->
          "is not trusted: its certificate is from no authority that is known here; LATCHKEY_CA_FILE names one of your own";
      case CertificateExpiredException e -> "is not trusted: its certificate is out of date";
      case CertificateException e -> "is not trusted: " + e.getMessage();
      default -> "did not agree on TLS: " + deepest.getMessage();
    };
  }

  private static Failure unusable(Path file, String why) {
    return new Failure(
        ExitCode.USAGE, "latch_ca_file", "LATCHKEY_CA_FILE, %s, %s.".formatted(file, why));
  }
}
