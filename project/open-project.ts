import { meaningOfAll } from '../sigma/index.ts'
import { type LoadedRules, loadRules } from '../sources/rules/index.ts'
import type { Settings } from '../sources/settings/index.ts'
import { keptReadings } from './kept-readings.ts'

/** What was read of a project: the same for whoever asks for it during a run. Nothing of a scenario is kept here. */
export interface Project {
  readonly settings: Settings
  readonly rules: LoadedRules
  /** What all rules mean together: a hash. */
  readonly meaning: string
}

type Read = Omit<Project, 'settings'>

const open = new Map<string, Read>()

/**
 * The project of these settings. Its rules are read from disk when they are asked for first, and then no more until
 * {@link closeProjects}: a run has one answer to what its rules are. Opened again, of all files only those are read whose text
 * has changed. Throws a SourceError where there is no rule.
 */
export function openProject(settings: Settings): Project {
  const { root, rules: paths, placeholders } = settings
  const key = JSON.stringify([root, paths, placeholders])
  const read = open.get(key) ?? readProject(loadRules(root, paths, placeholders, keptReadings(key)))
  open.set(key, read)
  // Spreading would work the meaning out.
  return {
    settings,
    rules: read.rules,
    get meaning() {
      return read.meaning
    },
  }
}

/** Ends the run: whoever opens a project next sees the disk as it is then. */
export function closeProjects(): void {
  open.clear()
}

function readProject(rules: LoadedRules): Read {
  let meaning: string | null = null
  return {
    rules,
    get meaning() {
      meaning ??= meaningOfAll(rules)
      return meaning
    },
  }
}
