package dev.latchkey.e2e.browser;

import dev.latchkey.e2e.platform.OnThePlatform;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that take {@link Window}s as parameters: each one is a browser that was never used. Without
 * Chromium each test is skipped.
 */
@OnThePlatform
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(WindowGiver.class)
@interface InABrowser {}
