package dev.latchkey.notification.notice;

import dev.latchkey.contracts.event.AccountEvent.EmailChanged;
import dev.latchkey.contracts.event.AccountEvent.SignedIn;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.notification.letter.Notice;
import dev.latchkey.notification.letter.NoticeFacts;
import dev.latchkey.notification.mail.NoticeIntake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for the mail that a fact is worth, in the transaction that notes the fact as heard. */
@ApplicationScoped
public class Noticing {

  private final NoticeIntake mails;
  private final Places places;
  private final Pauses pauses;
  private final NoticeConfig config;

  Noticing(NoticeIntake mails, Places places, Pauses pauses, NoticeConfig config) {
    this.mails = mails;
    this.places = places;
    this.pauses = pauses;
    this.config = config;
  }

  /**
   * Notes what is to be sent; call it once an event, after its line is in the security log.
   *
   * @param details as the security log has them
   */
  public Uni<Void> note(
      EventId id, Event fact, Map<String, Object> details, @Nullable Origin origin) {
    return Noteworthy.of(fact)
        .filter(notice -> !config.silenced().orElse(Set.of()).contains(notice))
        .map(notice ->
            due(id, fact, notice, origin)
                .chain(due ->
                    due
                        ? ask(id, fact, notice, NoticeFacts.of(fact.at(), details, origin))
                        : Uni.createFrom().voidItem()))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Boolean> due(EventId id, Event fact, Notice notice, @Nullable Origin origin) {
    if (notice == Notice.WRONG_SECOND_FACTOR) {
      return pauses.begin(fact.account(), notice, config.pause());
    }
    // Devices are known by a second factor; without one the place has to do.
    boolean byPlace =
        fact instanceof SignedIn e && e.proofs().stream().noneMatch(Proof::secondFactor);
    return byPlace && origin != null
        ? places.known(id, fact, origin, config.placeLife()).map(known -> !known)
        : Uni.createFrom().item(true);
  }

  private Uni<Void> ask(EventId id, Event fact, Notice notice, NoticeFacts facts) {
    var told = mails.toOwner(id, fact.account(), notice, facts, config.worth());
    return fact instanceof EmailChanged e
        ? told.chain(() -> mails.toOldAddress(id, e, notice, facts, config.worth()))
        : told;
  }
}
