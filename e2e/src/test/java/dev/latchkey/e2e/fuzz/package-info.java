/**
 * What nobody would think of writing down: requests made by chance from the services' own OpenAPI
 * documents, and held against them.
 */
@NullMarked
package dev.latchkey.e2e.fuzz;

import org.jspecify.annotations.NullMarked;
