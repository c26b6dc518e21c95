/**
 * What the house is built from and whether that can be trusted: the list of components with their
 * licences, and whether two builds of the same sources are the same.
 */
@NullMarked
package dev.latchkey.local.launcher.supply;

import org.jspecify.annotations.NullMarked;
