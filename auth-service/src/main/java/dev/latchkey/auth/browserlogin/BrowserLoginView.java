package dev.latchkey.auth.browserlogin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the person sees before deciding. Description and client are a stranger's words: show them as
 * text.
 */
@Schema(
    name = "BrowserLogin",
    examples =
        """
        {"id":"7ZQ2M0V9K4T1XBDC8WHR-K7Q2MX","code":"K7Q2MX",\
        "description":"Heroku CLI login from laptop","client":"heroku-cli/11.10.0 linux",\
        "ip":"192.0.2.7","state":"waiting","created_at":"2026-11-21T12:00:00Z",\
        "expires_in":540}\
        """)
record BrowserLoginView(
    String id,
    String code,
    String description,
    String client,
    String ip,
    String state,
    @JsonProperty("created_at") Instant createdAt,
    @JsonProperty("expires_in") long expiresIn) {

  static BrowserLoginView of(BrowserLogin login, Instant now) {
    return new BrowserLoginView(
        login.id().text(),
        login.id().code(),
        login.description(),
        login.origin().client(),
        login.origin().ip(),
        login.state().text(),
        login.createdAt(),
        login.left(BrowserLogins.LIFE, now).toSeconds());
  }
}
