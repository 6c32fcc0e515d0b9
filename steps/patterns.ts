import { givens } from './vocabulary/givens.ts'
import type { StepPattern } from './vocabulary/step-pattern.ts'
import { thens } from './vocabulary/thens.ts'
import { whens } from './vocabulary/whens.ts'

/**
 * Every step of the vocabulary. What is registered with Cucumber, what is said of an undefined step and the reference of
 * steps come of it.
 */
export const patterns: readonly StepPattern[] = [...givens, ...whens, ...thens]
