/**
 * What is in {@code deploy/k8s} and {@code deploy/gateway}, read as a cluster would and compared
 * with what the platform is. No cluster is asked: there is none where these tests run.
 */
@NullMarked
package dev.latchkey.local.launcher.cluster;

import org.jspecify.annotations.NullMarked;
