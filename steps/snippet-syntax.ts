import { createRequire } from 'node:module'
import { visibleText } from '../sigma/index.ts'
import { nearestPatterns } from './vocabulary/nearest-patterns.ts'
import { isReadAsOurs } from './vocabulary/own-steps.ts'

// Cucumber opens this part to `require` only.
type JavaScript =
  typeof import('@cucumber/cucumber/lib/formatter/step_definition_snippet_builder/javascript_snippet_syntax', { with: {
    'resolution-mode': 'require',
  }})
type Syntax = InstanceType<JavaScript['default']>
type Interface = ConstructorParameters<JavaScript['default']>[0]

/**
 * Cucumber's `snippetSyntax`: what is said of an undefined step. One that resembles a step of ours is answered with the
 * nearest patterns and an example of each; any other with the code that Cucumber suggests.
 */
export default function snippetSyntax(snippetInterface: Interface): Pick<Syntax, 'build'> {
  const require = createRequire(import.meta.url)
  const javascript: JavaScript = require('@cucumber/cucumber/lib/formatter/step_definition_snippet_builder/javascript_snippet_syntax')
  const ordinary = new javascript.default(snippetInterface)
  return {
    build: (options) => answerTo(options.generatedExpressions[0]?.source ?? '') ?? ordinary.build(options),
  }
}

/** Outside a run of Cucumber the steps can be imported, but not registered. */
const notRegistered =
  'Its steps were not imported, or into another installation of @cucumber/cucumber than the one that runs, or before it ran.'

/** What is said of an undefined step, as Cucumber spells it back; null where it is nothing of ours. */
export function answerTo(expression: string): string | null {
  // Of a number Cucumber has several expressions: told alike, they are told once.
  const step = expression.replaceAll(/\{(?:float|double|byte|short|long|bigdecimal|biginteger)\}/g, '{int}')
  const spelled = visibleText(step.replaceAll(/\\(.)/g, '$1'))
  if (isReadAsOurs(spelled.replaceAll('{string}', '"text"').replaceAll('{int}', '1'))) {
    return `sigmaproof has this step, but not in this Cucumber: ${spelled}\n${notRegistered}`
  }
  const near = nearestPatterns(step)
  if (near.length === 0) return null
  const lines = near.map(({ pattern, example }) => `  ${pattern}\n      ${example}`)
  return [`sigmaproof has no step: ${spelled}`, 'The nearest that it has, each with an example:', ...lines].join('\n')
}
