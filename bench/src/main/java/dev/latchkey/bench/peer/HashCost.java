package dev.latchkey.bench.peer;

/**
 * What a hash of a password by Argon2id costs; one lane.
 *
 * @param memory in KiB
 * @param iterations passes over the memory
 */
record HashCost(int memory, int iterations) {}
