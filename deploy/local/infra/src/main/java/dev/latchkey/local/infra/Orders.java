package dev.latchkey.local.infra;

import dev.latchkey.local.infra.store.PortTaken;
import dev.latchkey.local.infra.store.Store;
import dev.latchkey.local.infra.store.StoreFailed;
import java.io.BufferedReader;
import java.io.IOException;

/** What the parent process says on stdin: {@code stop NAME}, {@code start NAME}. */
final class Orders {

  private final Stores stores;
  private final Announcements announcements;

  Orders(Stores stores, Announcements announcements) {
    this.stores = stores;
    this.announcements = announcements;
  }

  /** Obeys until the parent closes its end, by will or by dying. */
  void obey(BufferedReader in) throws IOException, InterruptedException {
    for (var order = in.readLine(); order != null; order = in.readLine()) {
      var words = order.strip().split(" ", 2);
      var store = words.length == 2 ? stores.named(words[1]) : null;
      if (store == null || store.isEmpty()) {
        announcements.failed("order not understood: " + order);
      } else {
        obey(words[0], store.get());
      }
    }
  }

  private void obey(String order, Store store) throws InterruptedException {
    switch (order) {
      case "stop" -> {
        store.stop();
        announcements.stopped(store);
      }
      case "start" -> start(store);
      default -> announcements.failed("order not understood: " + order);
    }
  }

  private void start(Store store) throws InterruptedException {
    try {
      store.stop();
      stores.start(store);
      announcements.started(store);
    } catch (PortTaken | StoreFailed e) {
      announcements.failed(String.valueOf(e.getMessage()));
    }
  }
}
