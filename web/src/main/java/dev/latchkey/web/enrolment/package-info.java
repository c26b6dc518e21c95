/** Switching two-factor on, or over to another device: password, QR code, first code. */
@NullMarked
package dev.latchkey.web.enrolment;

import org.jspecify.annotations.NullMarked;
