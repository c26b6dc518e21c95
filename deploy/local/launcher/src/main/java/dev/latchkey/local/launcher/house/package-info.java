/**
 * Where things are on this machine: the repository, the data of an installation, ports, secrets.
 */
@NullMarked
package dev.latchkey.local.launcher.house;

import org.jspecify.annotations.NullMarked;
