package dev.latchkey.local.gateway;

import dev.latchkey.contracts.identity.Headers;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Requests that two servers could cut apart in two ways, or that say a thing twice, are refused.
 */
final class Framing {

  private static final Set<String> ONCE = once();

  /** Vert.x's name for its decoder in the pipeline. */
  private static final String NAME = "httpDecoder";

  private static final AttributeKey<Boolean> CONDEMNED = AttributeKey.valueOf("condemned");

  private Framing() {}

  /** True when every header that decides something is there at most once and clear. */
  static boolean clear(HttpServerRequest request) {
    var headers = request.headers();
    var encodings = headers.getAll("Transfer-Encoding");
    boolean plain = encodings.isEmpty();
    boolean chunked =
        encodings.size() == 1
            && encodings.getFirst().equalsIgnoreCase("chunked")
            && request.version() == HttpVersion.HTTP_1_1
            && !headers.contains("Content-Length");
    return (plain || chunked)
        && headers.getAll("Host").size() == 1
        && ONCE.stream().allMatch(name -> headers.getAll(name).size() <= 1);
  }

  /**
   * Makes this connection refuse Content-Length beside Transfer-Encoding. Netty drops the former
   * without a word (RFC 9112 section 6.3 allows it), so nobody behind the decoder could tell.
   */
  static void guard(HttpConnection connection, HttpServerOptions options) {
    channel(connection).pipeline().replace(NAME, NAME, new Decoder(options));
  }

  /** Lets nothing more in over this connection: what follows may be the rest of a bad request. */
  static void condemn(HttpConnection connection) {
    channel(connection).attr(CONDEMNED).set(true);
  }

  /** True for what was already in the pipe when the connection was condemned. */
  static boolean condemned(HttpConnection connection) {
    return channel(connection).hasAttr(CONDEMNED);
  }

  private static Channel channel(HttpConnection connection) {
    return ((ConnectionBase) connection).channelHandlerContext().channel();
  }

  private static Set<String> once() {
    var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(Headers.CREDENTIALS);
    names.addAll(Set.of("Content-Length", "Content-Type", "Expect"));
    return names;
  }

  /**
   * Lives for one request. A decoder keeps the bytes it read last, which may be a password, as long
   * as the client keeps its connection; so the next request gets a new one.
   */
  private static final class Decoder extends VertxHttpRequestDecoder {
    private final HttpServerOptions options;

    Decoder(HttpServerOptions options) {
      super(options);
      this.options = options;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
        throws Exception {
      super.decode(context, in, out);
      if (!out.isEmpty() && out.getLast() instanceof LastHttpContent) {
        // Netty hands what is left of the bytes to the one that takes over.
        context.pipeline().replace(this, NAME, new Decoder(options));
      }
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
      throw new IllegalArgumentException("Content-Length beside Transfer-Encoding");
    }
  }
}
