import { visibleText } from '../../sigma/index.ts'
import { UsageError } from '../options/usage-error.ts'

/** One of so many equal parts of a suite, counted from 1. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** Reads `2/3`. Throws a UsageError for anything that is no part of a whole. */
export function shardIn(text: string): Shard {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []
  const shard = { index: Number(index), of: Number(of) }
  if (shard.index >= 1 && shard.index <= shard.of) return shard
  throw new UsageError(`a shard is written 1/3, 2/3 or 3/3, got "${visibleText(text)}"`)
}

/** Reads how many processes to run. Throws a UsageError for anything but a whole number from 1 to 256. */
export function jobsIn(text: string): number {
  const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (jobs >= 1 && jobs <= 256) return jobs
  throw new UsageError(`--jobs takes a whole number from 1 to 256, got "${visibleText(text)}"`)
}

/** A shard divided again, as Cucumber deals scenarios out: every n-th. */
export function shardsWithin({ index, of }: Shard, jobs: number): readonly string[] {
  return Array.from({ length: jobs }, (_, job) => `${index + of * job}/${of * jobs}`)
}
