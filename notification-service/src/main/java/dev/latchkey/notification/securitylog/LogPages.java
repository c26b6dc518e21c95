package dev.latchkey.notification.securitylog;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.problem.TimeLimit;
import dev.latchkey.notification.PatienceConfig;
import dev.latchkey.notification.securitylog.SecurityLogResource.LineView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** An account's security log in pages, whoever may read it. */
@ApplicationScoped
class LogPages {

  private final SecurityEvents events;
  private final PatienceConfig patience;

  LogPages(SecurityEvents events, PatienceConfig patience) {
    this.events = events;
    this.patience = patience;
  }

  /** 206 while there are more; {@code Next-Range} asks for them. */
  Uni<RestResponse<List<LineView>>> page(AccountId account, LineRange asked) {
    return TimeLimit.on(lines(account, asked), patience.store()).map(found -> answer(asked, found));
  }

  /** One more than asked for tells whether there are more. */
  private Uni<List<SecurityEvent>> lines(AccountId account, LineRange asked) {
    var after = asked.after();
    return after == null
        ? events.newest(account, asked.most() + 1)
        : events.olderThan(account, after, asked.most() + 1);
  }

  private static RestResponse<List<LineView>> answer(LineRange asked, List<SecurityEvent> found) {
    var page = found.stream().limit(asked.most()).toList();
    boolean more = found.size() > page.size();
    var answer =
        ResponseBuilder.create(
                more ? Status.PARTIAL_CONTENT : Status.OK, page.stream().map(LineView::of).toList())
            .header("Accept-Ranges", "id");
    if (!page.isEmpty()) {
      answer.header("Content-Range", "id " + page.getFirst().id + ".." + page.getLast().id);
    }
    if (more) {
      answer.header("Next-Range", asked.next(page.getLast().id));
    }
    return answer.build();
  }
}
