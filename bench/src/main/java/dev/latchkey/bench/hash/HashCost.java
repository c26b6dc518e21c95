package dev.latchkey.bench.hash;

/**
 * What a hash of a password by Argon2id costs; one lane.
 *
 * @param memory in KiB
 * @param iterations passes over the memory
 */
public record HashCost(int memory, int iterations) {}
