package dev.latchkey.cli.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of our own, and two servers at 127.0.0.1 that it vouches for. */
final class SelfMade {

  private static final String PASSWORD = "changeit";

  private final KeyStore all;

  private SelfMade(KeyStore all) {
    this.all = all;
  }

  static SelfMade in(Path folder) throws Exception {
    var store = folder.resolve("self-made.p12");
    keytool(store, "-alias", "authority", "-dname", "CN=Our own authority", "-ext", "bc:c");
    server(store, "server", "-validity", "10");
    server(store, "former", "-startdate", "-10d", "-validity", "2");
    return new SelfMade(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
  }

  private static void server(Path store, String alias, String... validity) throws Exception {
    var words = new ArrayList<>(List.of("-alias", alias, "-dname", "CN=" + alias));
    words.addAll(List.of("-signer", "authority", "-ext", "san=ip:127.0.0.1"));
    words.addAll(List.of(validity));
    keytool(store, words.toArray(String[]::new));
  }

  private static void keytool(Path store, String... words) throws Exception {
    var tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    var command = new ArrayList<>(List.of(tool.toString(), "-genkeypair", "-keyalg", "EC"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  /** What a server needs to be the one of that alias. */
  SSLContext identity(String alias) throws GeneralSecurityException, IOException {
    var one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    var password = PASSWORD.toCharArray();
    one.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, password);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** The authority's certificate as people hand it around. */
  String pem() throws GeneralSecurityException {
    var bytes = all.getCertificate("authority").getEncoded();
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
  }

  /** What tells a JDK that the authority is one of its own. */
  String[] asTheJdks(Path folder) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("authority", all.getCertificate("authority"));
    var file = folder.resolve("trusted.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return new String[] {
      "-Djavax.net.ssl.trustStore=" + file, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD
    };
  }

  /** The certificate in a file. */
  Path file(Path folder) throws Exception {
    return Files.writeString(folder.resolve("authority.pem"), pem());
  }
}
