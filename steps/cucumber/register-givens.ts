import { Given } from '@cucumber/cucumber'
import { givens } from '../vocabulary/givens.ts'

/** Registers them. Reports know our steps by the file that they are defined in. */
export function registerGivens(): void {
  for (const { pattern, run } of givens) Given(pattern, run)
}
