import { byCodeUnit } from '../../sigma/index.ts'
import type { CoverageGroup, CoverageGroups, RuleReport } from '../document/report.ts'
import { summedCoverage } from './summed-coverage.ts'

/** The coverage of the rules of each tag, and of those below each folder, by name. */
export function coverageGroups(rules: readonly RuleReport[], fileOf: (rule: RuleReport) => string): CoverageGroups {
  return {
    tags: groups(rules, ({ tags }) => tags),
    folders: groups(rules, (rule) => foldersAbove(fileOf(rule))),
  }
}

function groups(rules: readonly RuleReport[], namesOf: (rule: RuleReport) => readonly string[]): CoverageGroup[] {
  const byName = new Map<string, RuleReport[]>()
  for (const rule of rules) {
    for (const name of new Set(namesOf(rule))) {
      const own = byName.get(name)
      if (own === undefined) byName.set(name, [rule])
      else own.push(rule)
    }
  }
  return [...byName]
    .sort(([one], [other]) => byCodeUnit(one, other))
    .map(([name, own]) => ({ name, rules: own.length, coverage: summedCoverage(own) }))
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
