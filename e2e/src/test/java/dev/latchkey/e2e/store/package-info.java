/** PostgreSQL, Redis and Kafka, read beside the platform. */
@NullMarked
package dev.latchkey.e2e.store;

import org.jspecify.annotations.NullMarked;
