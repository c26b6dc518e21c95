package dev.latchkey.bench.peer;

/**
 * What both are asked to do.
 *
 * @param clients at once
 */
record Scenario(String name, int clients, Deed ours, Deed theirs) {}
