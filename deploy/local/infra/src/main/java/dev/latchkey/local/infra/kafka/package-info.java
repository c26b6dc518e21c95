/** Kafka in this process, with the topics of the contracts. */
@NullMarked
package dev.latchkey.local.infra.kafka;

import org.jspecify.annotations.NullMarked;
