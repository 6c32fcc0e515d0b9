// Tells the CPU seconds that the process had taken when the file named by BENCH_WATCHED began to be written and when it
// was written last, as lines of JSON on descriptor 3, the last of which counts. A thread of its own looks, because whoever writes leaves the first no time to.
import { statSync, writeSync } from 'node:fs'
import { isMainThread, Worker } from 'node:worker_threads'

const everyMilliseconds = 20

if (isMainThread) new Worker(new URL(import.meta.url), { execArgv: [] }).unref()
else {
  const stateOf = () => {
    const found = statSync(process.env.BENCH_WATCHED, { throwIfNoEntry: false })
    return found === undefined ? null : `${found.mtimeMs} ${found.size}`
  }
  let before = stateOf()
  let begun = null
  setInterval(() => {
    const state = stateOf()
    if (state === before || state === null) return
    before = state
    const { user, system } = process.cpuUsage()
    const written = (user + system) / 1e6
    begun ??= written
    writeSync(3, `${JSON.stringify({ begun, written })}\n`)
  }, everyMilliseconds)
}
