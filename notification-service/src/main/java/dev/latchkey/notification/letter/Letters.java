package dev.latchkey.notification.letter;

import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.Message.AccountGone;
import dev.latchkey.contracts.event.Message.AddressLeaving;
import dev.latchkey.contracts.event.Message.AddressTaken;
import dev.latchkey.contracts.event.Message.AddressWanted;
import dev.latchkey.contracts.event.Message.ConfirmEmail;
import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.event.Message.ResetPassword;
import dev.latchkey.contracts.event.Message.VerifyEmail;
import dev.latchkey.contracts.id.MessageId;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Words messages and notices as mails. The texts are in {@code templates/Letters}. */
@ApplicationScoped
public class Letters {

  private final ProductConfig product;

  Letters(ProductConfig product) {
    this.product = product;
  }

  /** The mail for a message. Its {@code Message-ID} is the same however often it is sent. */
  public Uni<Mail> write(MessageId id, Message message) {
    var name = product.name();
    return switch (message) {
      case VerifyEmail verify ->
          mail(id, message, "Confirm your address", Texts.verifyEmail(name, verify.link()));
      case AddressTaken taken ->
          mail(id, message, "You have an account already", Texts.addressTaken(name));
      case ResetPassword reset ->
          mail(id, message, "Set a new password", Texts.resetPassword(name, reset.link()));
      case ConfirmEmail confirm ->
          mail(id, message, "Confirm your new address", Texts.confirmEmail(name, confirm.link()));
      case AddressWanted wanted ->
          mail(id, message, "You have an account already", Texts.addressWanted(name));
      case AddressLeaving leaving ->
          write(
              id,
              Notice.EMAIL_CHANGE_ASKED,
              NoticeFacts.of(leaving.at(), Map.of(), leaving.origin()),
              List.of(leaving.to()));
      case AccountGone gone ->
          write(
              id,
              Notice.ACCOUNT_CLOSED,
              NoticeFacts.of(gone.at(), Map.of(), gone.origin()),
              List.of(gone.to()));
      case PhoneCode code -> throw new IllegalArgumentException("a code by SMS is no mail");
    };
  }

  /** The mail of a notice, as text and as plain HTML; without any link that does something. */
  public Uni<Mail> write(MessageId id, Notice notice, NoticeFacts facts, List<String> to) {
    var page = NoticePage.of(notice, facts, product);
    return Texts.noticeText(page)
        .createUni()
        .chain(text -> Texts.noticeHtml(page).createUni().map(html -> mail(id, page, text, html)))
        .map(mail -> mail.setTo(to));
  }

  private static Mail mail(MessageId id, NoticePage page, String text, String html) {
    return headed(id, new Mail().setSubject(page.subject()).setText(text).setHtml(html));
  }

  private static Uni<Mail> mail(
      MessageId id, Message message, String subject, TemplateInstance text) {
    return text.createUni().map(body -> headed(id, Mail.withText(message.to(), subject, body)));
  }

  private static Mail headed(MessageId id, Mail mail) {
    return mail.addHeader("Message-ID", "<" + id + "@latchkey>")
        .addHeader("Auto-Submitted", "auto-generated");
  }

  @CheckedTemplate(basePath = "Letters")
  static final class Texts {
    static native TemplateInstance verifyEmail(String product, String link);

    static native TemplateInstance addressTaken(String product);

    static native TemplateInstance resetPassword(String product, String link);

    static native TemplateInstance confirmEmail(String product, String link);

    static native TemplateInstance addressWanted(String product);

    static native TemplateInstance noticeText(NoticePage page);

    static native TemplateInstance noticeHtml(NoticePage page);

    private Texts() {}
  }
}
