/**
 * What is to be sent, by mail or by SMS, from the asking to the news of what became of it. A
 * request is stored first and sent after the commit, so that nothing is lost. The couriers are in
 * {@code mail} and {@code sms}; here is what they share: the shelf, who takes what is due, the
 * waiting between tries, and who is told.
 *
 * <p>A mail goes out twice only when this process dies, or loses its database, between the mail
 * server's "250 ok" and the note of it; both then have the same {@code Message-ID}. An SMS costs
 * money: when it is not known whether one was taken, the provider is asked before it is sent again.
 */
@NullMarked
package dev.latchkey.notification.delivery;

import org.jspecify.annotations.NullMarked;
