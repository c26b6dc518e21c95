/**
 * The program that runs what a machine with only a JDK lacks: real PostgreSQL, Redis and Kafka, and
 * a mailbox. Read {@link dev.latchkey.local.infra.Infra} first.
 */
@NullMarked
package dev.latchkey.local.infra;

import org.jspecify.annotations.NullMarked;
