import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** What one scenario, or one row of an outline, came to. */
export interface ScenarioResult {
  readonly name: string
  readonly status: string
  /** The messages of what failed in it, hooks included. */
  readonly messages: readonly string[]
  readonly logs: readonly string[]
  /** The bodies of our attachments, parsed. */
  readonly observations: readonly ObservationBody[]
}

/** As much of an observation as tests look at. */
export interface ObservationBody {
  readonly rule: string
  readonly expected: { readonly kind: string }
  readonly held: boolean
  readonly knownGap: 'open' | 'closed' | null
  readonly scenario: { readonly uri: string; readonly name: string; readonly line: number; readonly stepLine: number }
  readonly recipe: { readonly steps: readonly { readonly kind: string; readonly chance?: string }[] }
  readonly events: {
    readonly kind: string
    readonly events: readonly {
      readonly origin: Readonly<Record<string, unknown>>
      readonly fields: Readonly<Record<string, unknown>>
      readonly stated: 'every' | readonly string[]
      readonly breaches: readonly unknown[]
      readonly time: number
    }[]
  }
}

export interface FeatureRun {
  /** Paths from the temporary project's root to their text; features end in `.feature`, rules stand in `rules/`. */
  readonly files: Readonly<Record<string, string>>
  /** Settings for the World; `rules` is the temporary project's folder if it has one, else this repository's. */
  readonly settings?: Readonly<Record<string, unknown>>
}

export interface RunRequest {
  readonly id: number
  readonly cwd: string
  readonly features: readonly string[]
  readonly settings: Readonly<Record<string, unknown>>
}

export type RunAnswer =
  | { readonly id: number; readonly scenarios: readonly ScenarioResult[] }
  | { readonly id: number; readonly error: string }

/** Runs features of a temporary project through Cucumber's API with our steps, and gives back what became of each scenario. */
export async function runProject({ files, settings = {} }: FeatureRun): Promise<readonly ScenarioResult[]> {
  const root = mkdtempSync(join(tmpdir(), 'sigmaproof-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    const hasRules = Object.keys(files).some((path) => path.startsWith('rules/'))
    const rules = hasRules ? { rules: [join(root, 'rules')] } : {}
    return await runFeatures(
      root,
      Object.keys(files).filter((path) => path.endsWith('.feature')),
      { ...rules, ...settings },
    )
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** Runs the scenarios given as the body of a feature named `Trial`. */
export function runScenarios(body: string, settings: FeatureRun['settings'] = {}): Promise<readonly ScenarioResult[]> {
  return runProject({ files: { 'features/trial.feature': `Feature: Trial\n\n${body}\n` }, settings })
}

/** Runs the one scenario with these steps, one a line. */
export async function runSteps(steps: string, settings: FeatureRun['settings'] = {}): Promise<ScenarioResult> {
  const [result, ...others] = await runScenarios(`Scenario: Trial\n${steps}`, settings)
  if (result === undefined || others.length > 0) throw new Error('one scenario was expected to run')
  return result
}

/** Runs features that exist on disk. */
export function runFeatures(
  cwd: string,
  features: readonly string[],
  settings: Readonly<Record<string, unknown>>,
): Promise<readonly ScenarioResult[]> {
  const id = ++lastId
  return new Promise((resolve, reject) => {
    waiting.set(id, (answer) => ('error' in answer ? reject(new Error(answer.error)) : resolve(answer.scenarios)))
    const request: RunRequest = { id, cwd, features, settings }
    runner().ref()
    runner().postMessage(request)
  })
}

// Cucumber registers steps once for each module graph, and other tests of this process run it too: a thread has its own.
let thread: Worker | undefined
let lastId = 0
const waiting = new Map<number, (answer: RunAnswer) => void>()

function runner(): Worker {
  if (thread !== undefined) return thread
  thread = new Worker(new URL('./feature-thread.ts', import.meta.url))
  thread.on('message', (answer: RunAnswer) => {
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
    if (waiting.size === 0) thread?.unref()
  })
  thread.on('error', (error) => {
    for (const [id, settle] of waiting) settle({ id, error: String(error) })
    waiting.clear()
    thread = undefined
  })
  return thread
}
