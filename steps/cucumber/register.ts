import { supportCodeLibraryBuilder } from '@cucumber/cucumber'
import { registerGivens } from './register-givens.ts'
import { registerHooks } from './register-hooks.ts'
import { registerParameters } from './register-parameters.ts'
import { registerThens } from './register-thens.ts'
import { registerWhens } from './register-whens.ts'

/** Registers the vocabulary with the Cucumber that runs; where none does, it can be read all the same. */
export function registerIfRunning(): void {
  // Cucumber throws at any call before it runs, and has no other way to ask.
  if (Reflect.get(supportCodeLibraryBuilder, 'status') === 'PENDING') return
  registerParameters()
  registerGivens()
  registerWhens()
  registerThens()
  registerHooks()
}
