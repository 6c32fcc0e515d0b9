// The process that `sigmaproof test --jobs` starts for each of its shards.
import { createWriteStream, rmSync, type WriteStream } from 'node:fs'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { type IRunConfiguration, runCucumber } from '@cucumber/cucumber/api'
import { fileFault } from '../../sources/index.ts'

/** What the parent asks for: the run, and the file its messages go to. */
export interface ShardOrder {
  readonly configuration: IRunConfiguration
  readonly file: string
}

/** What the parent is told: a scenario is through, or the run, or it came to nothing. */
export type ShardNews =
  | { readonly kind: 'scenario' | 'done' }
  | { readonly kind: 'failed'; readonly causes: readonly string[] }

function tell(news: ShardNews): void {
  process.send?.(news)
}

async function run({ configuration, file }: ShardOrder): Promise<void> {
  const stdout = createWriteStream(file)
  const failure = new Promise<never>((_, reject) => stdout.once('error', reject))
  await Promise.race([failure, judge(configuration, stdout)])
}

async function judge(configuration: IRunConfiguration, stdout: WriteStream): Promise<void> {
  await runCucumber(configuration, { stdout }, ({ testCaseFinished }) => {
    if (testCaseFinished?.willBeRetried === false) tell({ kind: 'scenario' })
  })
  await finished(stdout.end())
}

function causesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)]
  const fault = fileFault(error, process.cwd())
  if (fault !== null) return [fault.message]
  return [error.stack ?? error.message, ...(error.cause === undefined ? [] : causesOf(error.cause))]
}

// Nobody would read the messages of a run whose parent is gone, nor take their folder away.
let folder: string | null = null
const exit = (): void => {
  if (folder !== null) rmSync(folder, { recursive: true, force: true })
  process.exit()
}
process.once('disconnect', exit)
process.once('message', (order: ShardOrder) => {
  folder = dirname(order.file)
  run(order)
    .then(() => tell({ kind: 'done' }))
    .catch((error: unknown) => tell({ kind: 'failed', causes: causesOf(error) }))
    .finally(() => {
      process.off('disconnect', exit)
      process.disconnect()
    })
})
