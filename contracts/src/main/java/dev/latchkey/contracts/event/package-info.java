/** Facts that services tell each other over Kafka: past tense, few fields, never a secret. */
@NullMarked
package dev.latchkey.contracts.event;

import org.jspecify.annotations.NullMarked;
