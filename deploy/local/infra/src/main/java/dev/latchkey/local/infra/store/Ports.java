package dev.latchkey.local.infra.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on 127.0.0.1. */
public final class Ports {

  // Below the ports that kernels give to outgoing connections: else one of those may take a port
  // between our look and the server's bind.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 1_000;

  private static final Set<Integer> CHOSEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /** The port itself, or a free one when it is 0. */
  public static int choose(int wanted) {
    if (wanted != 0) {
      return wanted;
    }
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (free(port) && CHOSEN.add(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST);
  }

  /**
   * Makes sure that nobody listens there.
   *
   * @param store whose port it is, for the message
   */
  public static void mustBeFree(String store, int port) throws PortTaken {
    if (!free(port)) {
      throw new PortTaken(store, port);
    }
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
