/** The seeded people, their mail, their codes and their events. */
@NullMarked
package dev.latchkey.local.launcher.people;

import org.jspecify.annotations.NullMarked;
