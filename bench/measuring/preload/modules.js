// Tells how many files the process loaded as modules, as a line of JSON on descriptor 3. Counting costs time of its own.
import { writeSync } from 'node:fs'
import { registerHooks } from 'node:module'

const files = new Set()
registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) files.add(url)
    return next(url, context)
  },
})
process.once('exit', () => writeSync(3, `${JSON.stringify({ modules: files.size })}\n`))
