import java.net.HttpURLConnection;
import java.net.URI;

/** Whether the program in this container is ready: an image without a shell has no other way to ask. */
final class Alive {

  private Alive() {}

  public static void main(String[] args) throws Exception {
    var port = System.getenv().getOrDefault("LATCHKEY_INTERNAL_PORT", "9080");
    var url = URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL();
    var asked = (HttpURLConnection) url.openConnection();
    asked.setConnectTimeout(2000);
    asked.setReadTimeout(2000);
    System.exit(asked.getResponseCode() == 200 ? 0 : 1);
  }
}
