/**
 * What is in {@code deploy/observability}: the dashboards are drawn from short lists of panels, and
 * no question is asked of a metric that docs/metrics.md has not.
 */
@NullMarked
package dev.latchkey.local.launcher.watch;

import org.jspecify.annotations.NullMarked;
