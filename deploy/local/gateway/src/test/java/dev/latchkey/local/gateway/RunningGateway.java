package dev.latchkey.local.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The gateway as a child process, as the launcher runs it. */
final class RunningGateway implements AutoCloseable {

  private final Process process;
  private final KeyPair key;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final int port;
  private final int internalPort;

  RunningGateway(OtherServerStandIn edge, Map<String, Integer> services)
      throws IOException, GeneralSecurityException {
    this(edge, services, Map.of());
  }

  RunningGateway(OtherServerStandIn edge, Map<String, Integer> services, Map<String, String> more)
      throws IOException, GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    key = generator.generateKeyPair();
    var environment = new LinkedHashMap<String, String>();
    environment.put("LATCHKEY_PORT", "0");
    environment.put("LATCHKEY_GATEWAY_INTERNAL_PORT", "0");
    environment.put("LATCHKEY_PUBLIC_URL", "http://127.0.0.1:8080");
    environment.put("LATCHKEY_AUTH_URL", "http://127.0.0.1:" + edge.port());
    environment.put("LATCHKEY_SERVICE_KEY", jwk((ECPrivateKey) key.getPrivate()));
    environment.put(
        "LATCHKEY_GATEWAY_MANIFESTS",
        Path.of(System.getProperty("latchkey.root"), "deploy/gateway").toString());
    services.forEach((name, port) -> environment.put(name, port.toString()));
    environment.putAll(more);
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    builder.environment().putAll(environment);
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    var ready = String.valueOf(out.readLine()).split("[ =]", -1);
    port = Integer.parseInt(ready[2]);
    internalPort = Integer.parseInt(ready[4]);
    Thread.ofVirtual().start(() -> out.lines().forEach(log::add));
  }

  private static String jwk(ECPrivateKey key) {
    var bytes = key.getS().toByteArray();
    return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"gateway\",\"d\":\""
        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
        + "\"}";
  }

  int port() {
    return port;
  }

  int internalPort() {
    return internalPort;
  }

  KeyPair key() {
    return key;
  }

  Process process() {
    return process;
  }

  List<String> log() {
    return log;
  }

  /** Sends these bytes on a new connection and reads until the server closes or is silent. */
  String raw(String bytes) throws IOException {
    return raw(bytes, bytes.length());
  }

  /** The same, in packets of this size. */
  String raw(String bytes, int packet) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(3_000);
      socket.setTcpNoDelay(true);
      for (int at = 0; at < bytes.length(); at += packet) {
        var part = bytes.substring(at, Math.min(bytes.length(), at + packet));
        socket.getOutputStream().write(part.getBytes(ISO_8859_1));
      }
      var answer = new StringBuilder();
      try {
        var in = socket.getInputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
          answer.append((char) b);
        }
      } catch (java.net.SocketTimeoutException e) {
        answer.append("<open>");
      }
      return answer.toString();
    }
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("the gateway outlives its parent");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
