/**
 * An HTTP server that speaks as much of Twilio's API as Latchkey uses, keeps every text as a file
 * and sends none; and a page with all that was not really sent.
 */
@NullMarked
package dev.latchkey.local.infra.sms;

import org.jspecify.annotations.NullMarked;
