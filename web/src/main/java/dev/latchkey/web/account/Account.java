package dev.latchkey.web.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The account as the API tells it.
 *
 * @param smsNumber the recovery phone, masked; null without one
 */
public record Account(
    String id,
    String email,
    @Nullable String name,
    boolean twoFactorAuthentication,
    @Nullable String smsNumber,
    Instant createdAt) {}
