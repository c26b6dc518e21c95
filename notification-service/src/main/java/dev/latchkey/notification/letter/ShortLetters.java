package dev.latchkey.notification.letter;

import dev.latchkey.contracts.event.Message.PhoneCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Words codes and notices as SMS, without a link and without a word about whose account it is. The
 * texts are in {@code templates/ShortLetters}; one segment of GSM-7 has 160 characters.
 */
@ApplicationScoped
public class ShortLetters {

  private final ProductConfig product;
  private final String host;

  ShortLetters(ProductConfig product, @ConfigProperty(name = "latchkey.public-url") URI publicUrl) {
    this.product = product;
    this.host = publicUrl.getHost();
  }

  /**
   * A code. Its last line binds it to the product's own pages: browsers fill it in there and
   * nowhere else (https://wicg.github.io/sms-one-time-codes).
   */
  public Uni<String> write(PhoneCode code) {
    var name = product.name();
    return plain(
        switch (code.use()) {
          case SET_UP -> Texts.setUpCode(name, code.code(), host);
          case SIGN_IN -> Texts.signInCode(name, code.code(), host);
        });
  }

  /**
   * A notice, for the number that codes no longer go to.
   *
   * @throws IllegalArgumentException when it is none for a phone
   */
  public Uni<String> write(Notice notice) {
    return switch (notice) {
      case RECOVERY_PHONE_CHANGED -> plain(Texts.phoneChanged(product.name()));
      case RECOVERY_PHONE_REMOVED -> plain(Texts.phoneRemoved(product.name()));
      default -> throw new IllegalArgumentException(notice.word() + " does not go by SMS");
    };
  }

  private static Uni<String> plain(TemplateInstance text) {
    return text.createUni().map(String::strip);
  }

  @CheckedTemplate(basePath = "ShortLetters")
  static final class Texts {
    static native TemplateInstance setUpCode(String product, String code, String host);

    static native TemplateInstance signInCode(String product, String code, String host);

    static native TemplateInstance phoneChanged(String product);

    static native TemplateInstance phoneRemoved(String product);

    private Texts() {}
  }
}
