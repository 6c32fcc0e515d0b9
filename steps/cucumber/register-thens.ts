import { Then } from '@cucumber/cucumber'
import { thens } from '../vocabulary/thens.ts'

/** Registers them. Reports know our steps by the file that they are defined in. */
export function registerThens(): void {
  for (const { pattern, run } of thens) Then(pattern, run)
}
