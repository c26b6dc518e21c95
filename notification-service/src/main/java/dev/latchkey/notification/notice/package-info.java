/**
 * Telling people what happened to their account without being asked: which facts are worth a mail,
 * and which of them not again so soon. Every fact makes one at most.
 */
@NullMarked
package dev.latchkey.notification.notice;

import org.jspecify.annotations.NullMarked;
