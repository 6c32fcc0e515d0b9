import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IRunConfiguration } from '@cucumber/cucumber/api'
import { mergeRuns } from '../../reports/index.ts'
import { type MessageFile, readMessages } from '../../sources/index.ts'
import type { Invocation } from '../invocation.ts'
import { onSignal } from '../on-signal.ts'
import { UsageError } from '../options/usage-error.ts'
import type { ShardNews, ShardOrder } from './shard-process.ts'

type Messages = ReturnType<typeof mergeRuns>

/** A process that ended before its run did, so that some scenarios have no verdict. */
export class ShardEndedError extends Error {}

/**
 * Runs these shards of a suite at the same time, each by Cucumber in a process of its own, and returns their messages as
 * those of one run. `onScenario` is called as each scenario is through. What the processes print is conversation. Throws
 * a UsageError when one ends before its run does; the others are then ended too.
 */
export async function runShards(
  configuration: IRunConfiguration,
  shards: readonly string[],
  invocation: Invocation,
  onScenario: () => void,
): Promise<Messages> {
  const folder = mkdtempSync(join(tmpdir(), 'sigmaproof-shards-'))
  const children: ChildProcess[] = []
  const end = (signal?: NodeJS.Signals): void => {
    for (const child of children) child.kill(signal)
    rmSync(folder, { recursive: true, force: true })
  }
  const endQuietly = (): void => end()
  const takeBack = onSignal(end)
  // Where the result cannot be written, the process ends at once.
  process.once('exit', endQuietly)
  try {
    const names = await Promise.all(
      shards.map(async (shard, at) => {
        const name = `shard-${at + 1}.ndjson`
        const child = childOf(invocation)
        children.push(child)
        await outcomeOf(child, { configuration: shardOf(configuration, shard), file: join(folder, name) }, onScenario)
        return name
      }),
    )
    const files: MessageFile[] = []
    for (const name of names) files.push(await readMessages(folder, name))
    return mergeRuns(files)
  } finally {
    takeBack()
    process.off('exit', endQuietly)
    end()
  }
}

/** The run of one shard: it makes no reports, because only the whole has any. */
function shardOf(own: IRunConfiguration, shard: string): IRunConfiguration {
  return {
    ...own,
    sources: { ...own.sources, shard },
    runtime: { ...own.runtime, parallel: 0 },
    formats: { stdout: 'message', files: {}, publish: false, options: own.formats.options },
  }
}

function childOf({ cwd, env, stderr }: Invocation): ChildProcess {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const module = new URL(`./shard-process.${extension}`, import.meta.url)
  const child = fork(module, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => stderr.write(chunk))
  return child
}

function outcomeOf(child: ChildProcess, order: ShardOrder, onScenario: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let isDone = false
    child.on('message', (news: ShardNews) => {
      switch (news.kind) {
        case 'scenario':
          return onScenario()
        case 'done':
          isDone = true
          return undefined
        case 'failed':
          return reject(new UsageError(news.causes.join('\n  because: ')))
      }
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (isDone) resolve()
      else
        reject(
          new ShardEndedError(
            `shard ${order.configuration.sources.shard} ended (${signal ?? code}) before its run did`,
          ),
        )
    })
    child.send(order)
  })
}
