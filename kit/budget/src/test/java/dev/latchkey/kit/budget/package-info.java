/** Budgets against real stores. */
@NullMarked
package dev.latchkey.kit.budget;

import org.jspecify.annotations.NullMarked;
