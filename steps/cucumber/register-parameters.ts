import { defineParameterType } from '@cucumber/cucumber'
import { parameters } from '../vocabulary/parameters.ts'

/** Registers those that are not Cucumber's own. */
export function registerParameters(): void {
  for (const [name, { regexp, transformer }] of Object.entries(parameters)) {
    if (regexp === null) continue
    // For snippets an undefined step would be suggested back as `{field} {field} {field}`.
    defineParameterType({ name, regexp, useForSnippets: false, ...(transformer === null ? {} : { transformer }) })
  }
}
