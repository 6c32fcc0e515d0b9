import { resolve } from 'node:path'
import { type Coverage, provePoints } from '../measures/index.ts'
import type { Project } from '../project/index.ts'
import { jsonOfProofs, proofsIn } from '../proofs/index.ts'
import { type RuleKey, visibleText } from '../sigma/index.ts'
import type { Message } from '../sources/index.ts'
import {
  type OutputFolder,
  readCache,
  type Settings,
  SourceError,
  scopedThresholds,
  toldRules,
  writeCache,
  writeOutput,
  writeSuggestions,
} from '../sources/index.ts'
import { outputFormats } from '../sources/output-formats/index.ts'
import { assembleReport } from './assembly/assemble.ts'
import { jsonOfSuggestions, suggestionsIn } from './assembly/kept-suggestions.ts'
import { suggestionReports } from './assembly/suggestion-reports.ts'
import type { Report, RuleSuggestions } from './document/report.ts'
import { formatHtml } from './formats/html.ts'
import { formatJson } from './formats/json.ts'
import { suggestedFeatures } from './formats/suggested-features.ts'
import type { Progress } from './progress.ts'
import { collectRun } from './run/collect-run.ts'

/**
 * Makes the report of a run from its messages and the rules of its project: the same whether they come from a run, from its saved
 * file, or from several merged. What was proved and suggested is kept for the next time. Throws a SourceError or an
 * ObservationError where there is nothing to count.
 */
export function reportOfRun(messages: Iterable<Message>, project: Project, progress: Progress): Report {
  const { settings } = project
  const { root, seed } = settings
  const loaded = toldRules(project.rules, settings, false)
  const out = resolve(root, settings.out)
  const thresholds = scopedThresholds(settings, loaded.sources.keys())
  const prove = (found: Coverage): Coverage => {
    const { coverage, proofs } = provePoints(loaded.rules, found, {
      known: proofsIn(readCache(out, 'proofs')),
      tell: (asked, all) => progress.show(`proving: ${asked} of ${all} uncovered points`),
    })
    writeCache(out, 'proofs', jsonOfProofs(proofs))
    return coverage
  }
  const suggest = ({ rules: found }: Coverage): readonly RuleSuggestions[] => {
    const known = suggestionsIn(readCache(out, 'suggestions'))
    const { reports, kept } = suggestionReports(
      [...loaded.rules, ...loaded.correlations],
      found,
      seed,
      known,
      ({ title }, number, all) => progress.show(`suggesting scenarios: rule ${number} of ${all}: ${title}`),
    )
    writeCache(out, 'suggestions', jsonOfSuggestions(kept))
    return reports
  }
  const report = assembleReport({
    ...loaded,
    run: collectRun(messages),
    seed,
    thresholds,
    required: settings.require,
    unreadCounts: settings.unread === 'counts',
    neverFires: allowedIn(settings.neverFires, loaded),
    prove,
    ...(settings.suggest && { suggest }),
  })
  progress.end()
  return report
}

/** The rules that are allowed by name, with the reason. Throws a SourceError for a name that no rule has. */
function allowedIn(
  entries: Settings['neverFires'],
  { rules }: Pick<Project['rules'], 'rules'>,
): ReadonlyMap<RuleKey, string> {
  const found = entries.flatMap(({ rule: wanted, reason }) => {
    const own = rules.filter(({ key, source, title, name, id }) => [key, source.path, title, name, id].includes(wanted))
    if (own.length === 0) throw new SourceError(`neverFires: no rule is called "${visibleText(wanted)}"`)
    return own.map(({ key }) => [key, reason] as const)
  })
  return new Map(found)
}

/**
 * Writes `report.json`, `html/index.html` and, where they were asked for, features of what is missing to the output folder,
 * which has been claimed. What the run has read (`features`, absolute or from the root) is not written over, nor is a
 * suggestion that was edited where it lies: returns the paths of those, from the folder.
 */
export async function writeReport(
  report: Report,
  folder: OutputFolder,
  features: Iterable<string>,
): Promise<readonly string[]> {
  await writeOutput(folder, outputFormats.report.file, formatJson(report))
  await writeOutput(folder, outputFormats.html.file, [formatHtml(report)])
  return writeSuggestions(folder, suggestedFeatures(report), features)
}

/** Says of a suggestion that it stays as it is. */
export function keptWords(path: string, { out }: Pick<OutputFolder, 'out'>): string {
  const shown = visibleText(`${out.replaceAll('\\', '/').replace(/\/+$/, '')}/${path}`)
  return `${shown} stays as it is: it was run, or edited since it was suggested`
}
