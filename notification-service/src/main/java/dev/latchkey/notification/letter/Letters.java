package dev.latchkey.notification.letter;

import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.Message.AddressTaken;
import dev.latchkey.contracts.event.Message.VerifyEmail;
import dev.latchkey.contracts.id.MessageId;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;

/** Words messages as mails. The texts are in {@code templates/Letters}. */
public final class Letters {

  private Letters() {}

  /** The mail for a message. Its {@code Message-ID} is the same however often it is sent. */
  public static Uni<Mail> write(MessageId id, Message message) {
    return switch (message) {
      case VerifyEmail verify ->
          mail(id, message, "Confirm your address", Texts.verifyEmail(verify.link()));
      case AddressTaken taken ->
          mail(id, message, "You have an account already", Texts.addressTaken());
    };
  }

  private static Uni<Mail> mail(
      MessageId id, Message message, String subject, TemplateInstance text) {
    return text.createUni()
        .map(body ->
            Mail.withText(message.to(), subject, body)
                .addHeader("Message-ID", "<" + id + "@latchkey>")
                .addHeader("Auto-Submitted", "auto-generated"));
  }

  @CheckedTemplate(basePath = "Letters")
  static final class Texts {
    static native TemplateInstance verifyEmail(String link);

    static native TemplateInstance addressTaken();

    private Texts() {}
  }
}
