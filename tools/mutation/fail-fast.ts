// Runs before the tests of every mutant: a mutant is dead at its first failure, and nobody reads a smaller example.
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true, seed: 20_261_124 });
