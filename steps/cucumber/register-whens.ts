import { When } from '@cucumber/cucumber'
import { whens } from '../vocabulary/whens.ts'

/** Registers them. Reports know our steps by the file that they are defined in. */
export function registerWhens(): void {
  for (const { pattern, run } of whens) When(pattern, run)
}
