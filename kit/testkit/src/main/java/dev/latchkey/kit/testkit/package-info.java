/**
 * What every test here stands on: real PostgreSQL, Redis and Kafka ({@link
 * dev.latchkey.kit.testkit.RealStores}), a movable clock, identities and service credentials to
 * call with, the events that were said, golden files and the rules of the house.
 */
@NullMarked
package dev.latchkey.kit.testkit;

import org.jspecify.annotations.NullMarked;
