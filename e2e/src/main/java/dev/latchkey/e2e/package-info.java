/**
 * The packaged platform, driven from outside: journeys, attacks, outages and crashes. Tests speak
 * to the gateway only; they read PostgreSQL, Redis and Kafka for proofs, and nothing else.
 *
 * <p>One platform serves all tests of a run; {@code ./dev up --detach} starts it on ports and data
 * of its own. System properties make the tests longer: {@code latchkey.e2e.interleavings} (sign-ins
 * that race with a cut; 200) and {@code latchkey.e2e.crashes} (rounds a kind of {@code kill -9};
 * 1), {@code latchkey.e2e.rounds} (rounds a kind of chaos; five kinds drawn), of which {@code
 * latchkey.e2e.fault} picks one kind, {@code latchkey.e2e.load} (calls a second beside restarts and
 * failovers; 25), {@code latchkey.e2e.flood-seconds} (of sign-ins; none), {@code
 * latchkey.e2e.cascades} (of fifty sessions, timed; none), {@code latchkey.e2e.samples} (pairs of
 * refusals, timed; none) and {@code latchkey.e2e.restarts} (of each service in turn; {@code true}
 * for it), {@code latchkey.e2e.observed} (seconds of life before a real Prometheus is asked; none).
 * {@code latchkey.e2e.seed} repeats the chance of a run that failed. {@code latchkey.e2e.slack}
 * stretches time limits on a busy machine (1). {@code latchkey.e2e.attach=DIR} takes the platform
 * that runs on that data already ({@code ./dev up --data DIR}), and leaves it running: it saves the
 * start. {@code latchkey.e2e.dashboard=URL} takes the dashboard from elsewhere than the gateway.
 */
@NullMarked
package dev.latchkey.e2e;

import org.jspecify.annotations.NullMarked;
