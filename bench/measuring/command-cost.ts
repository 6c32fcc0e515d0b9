import { spawnSync } from 'node:child_process'

/** What a command took from its start to its end. */
export interface CommandCost {
  /** Seconds of processor time, user and system. */
  readonly cpu: number
  /** Seconds. */
  readonly wall: number
  /** At its peak. */
  readonly megabytes: number
  /** CPU seconds until the watched file began to be written. */
  readonly begun: number
  /** And until it was written for the last time. */
  readonly written: number
  /** Files that were loaded as modules. */
  readonly modules: number
}

export interface CommandOptions {
  readonly cwd: string
  /** A file: `begun` and `written` are of it. */
  readonly watched?: string
  /** Counts modules; costs are those of counting too. */
  readonly isCounted?: boolean
  /** Exit codes that are none of failure; 0 where nothing is said. */
  readonly codes?: readonly number[]
}

/**
 * Runs a script of Node's with these arguments and tells what it took; what was not asked for is NaN. Throws an Error with what it
 * said where it ends with another code.
 */
export function costOf(argv: readonly string[], options: CommandOptions): CommandCost {
  const { cwd, watched, isCounted = false, codes = [0] } = options
  const preloads = ['cost', ...(watched === undefined ? [] : ['written']), ...(isCounted ? ['modules'] : [])]
  const imports = preloads.map((name) => `--import=${new URL(`./preload/${name}.js`, import.meta.url).href}`)
  const started = performance.now()
  const { status, output, error } = spawnSync(process.execPath, [...imports, ...argv], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(watched !== undefined && { BENCH_WATCHED: watched }) },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const wall = (performance.now() - started) / 1000
  if (error !== undefined) throw error
  if (status === null || !codes.includes(status)) {
    throw new Error(`${argv.join(' ')} ended with ${status}:\n${output[2]?.slice(-2000)}`)
  }
  const told: Partial<CommandCost> = Object.assign(
    {},
    ...(output[3] ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line)),
  )
  return {
    cpu: Number.NaN,
    megabytes: Number.NaN,
    begun: Number.NaN,
    written: Number.NaN,
    modules: Number.NaN,
    ...told,
    wall,
  }
}
