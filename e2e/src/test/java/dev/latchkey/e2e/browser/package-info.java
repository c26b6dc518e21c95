/**
 * The dashboard in a real browser, for people with a mouse, with a keyboard alone and without
 * scripts. Every page that a test says looks good is tried in two widths and two colour schemes;
 * every answer that any page gets is checked for its headers and cookies.
 */
@NullMarked
package dev.latchkey.e2e.browser;

import org.jspecify.annotations.NullMarked;
