import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { solve } from '../generators/index.ts'
import { leavesOf, type Rule } from '../sigma/index.ts'
import { activeRules } from './corpus.ts'

/** Text by path below the folder of a project. */
export type Files = Readonly<Record<string, string>>

export function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** Copies rules of SigmaHQ's repository into the `rules/` of a project, under the paths that they have there. */
export function copyRules(from: string, rules: readonly Rule[], project: string): void {
  for (const { source } of rules) cpSync(join(from, source.path), join(project, source.path))
}

/** Nine of ten rules about process creations have no more values; one has a thousand. */
const mostLeaves = 22

/** Ordinary rules about process creations that say nothing of the user and that a realistic event fires, spread over all there are. */
export function processCreationRules(root: string, count: number): readonly Rule[] {
  const all = activeRules(root, 'rules/windows/process_creation').filter(isOrdinary)
  const every = Math.max(1, Math.floor(all.length / count / 1.2))
  const found: Rule[] = []
  for (const [index, rule] of all.entries()) {
    if (found.length === count) break
    if (index % every === 0 && isRealistic(rule)) found.push(rule)
  }
  if (found.length < count) throw new Error(`there are only ${found.length} such rules of ${count}`)
  return found
}

function isOrdinary({ identifiers }: Rule): boolean {
  const leaves = identifiers.flatMap(({ predicate }) => [...leavesOf(predicate)])
  return leaves.length <= mostLeaves && leaves.every(({ field }) => field !== null && field !== 'User')
}

function isRealistic(rule: Rule): boolean {
  const answer = solve([rule], { kind: 'fires' }, { count: 1, chance: 'bench', seed: 'sigmaproof' })
  return answer.kind === 'witness' && answer.events.every(({ breaches }) => breaches.length === 0)
}

/** Features for these rules, one each, with so many scenarios in all: each has the rule, an event, one change and one verdict. */
export function suiteFor(rules: readonly Rule[], scenarios: number): Files {
  return Object.fromEntries(
    rules.slice(0, scenarios).map(({ source, title }, index) => {
      const own = Math.floor((scenarios - index - 1) / rules.length) + 1
      const texts = Array.from({ length: own }, (_, number) =>
        [
          `  Scenario: Whoever does it, ${number + 1}`,
          `    Given the rule "${source.path}"`,
          '    And a matching event',
          `    When its User is "CONTOSO\\user${number + 1}"`,
          '    Then the rule fires',
        ].join('\n'),
      )
      return [`features/${index + 1}.feature`, `Feature: ${title}\n\n${texts.join('\n\n')}\n`]
    }),
  )
}
