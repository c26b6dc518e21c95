/**
 * Say it in the transaction, hear it once. {@link dev.latchkey.kit.outbox.Outbox} appends a fact
 * beside the change that it tells of; a relay signs it and carries it to Kafka, in the account's
 * order and as often as it takes; {@link dev.latchkey.kit.outbox.Hearing} and {@link
 * dev.latchkey.kit.outbox.Inbox} see to it that its effect happens once, and only if its speaker
 * said it. {@link dev.latchkey.kit.outbox.Bell} wakes other replicas over PostgreSQL.
 */
@NullMarked
package dev.latchkey.kit.outbox;

import org.jspecify.annotations.NullMarked;
