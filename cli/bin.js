#!/usr/bin/env node
// Plain old JavaScript: it has to run on the Node that it refuses.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const exitWrongSetup = 3

/** Beside this file in the repository only; the package holds the build instead. */
const sources = new URL('./main.ts', import.meta.url)
const inRepository = existsSync(fileURLToPath(sources))

/** `engines` in package.json says the same. */
function isOldNode(version) {
  const parts = version.split('.').map(Number)
  return parts[0] < 22 || (parts[0] === 22 && parts[1] < 18)
}

/** The Node that the repository pins as a development dependency; null when it is not installed. */
function pinnedNode() {
  const require = createRequire(import.meta.url)
  try {
    return require.resolve(process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node')
  } catch {
    return null
  }
}

/** What cannot be told is no result: neither that all held, nor a finding. */
function refuseFull(name, error) {
  const reason = error.code === 'ENOSPC' ? 'no space is left where it goes' : error.message
  if (name !== 'stderr') process.stderr.write(`sigmaproof: ${name} cannot be written: ${reason} (${error.code})\n`)
  process.exit(exitWrongSetup)
}

/** What Cucumber's own writers throw where nobody can catch it. During a step Cucumber hears errors itself. */
function endOf(error) {
  if (process.listenerCount('uncaughtException') > 1) return
  const told = isOfSystem(error) ? `a file cannot be used: ${error.message}` : (error?.stack ?? error)
  process.stderr.write(`sigmaproof: ${told}\n`)
  process.exit(exitWrongSetup)
}

/** Whether the system refused something. */
function isOfSystem(error) {
  return typeof error?.code === 'string' && typeof error.syscall === 'string'
}

/** Whoever reads may have enough of it: `sigmaproof test | head`. The run goes on, because its exit code is asked for too. */
function letClose(name, stream) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') refuseFull(name, error)
    stream.write = (_chunk, encoding, done) => {
      const told = typeof encoding === 'function' ? encoding : done
      if (told !== undefined) process.nextTick(told)
      return true
    }
  })
}

async function runHere() {
  letClose('stdout', process.stdout)
  letClose('stderr', process.stderr)
  process.on('uncaughtException', endOf)
  const { main } = await import(inRepository ? sources.href : new URL('../dist/cli/main.js', import.meta.url).href)
  process.exitCode = await main({
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
  })
}

/** What the system refused is told in a sentence; of a fault of ours the place is all there is to go by. */
function cannotStart(error) {
  const reason = error.syscall === 'uv_cwd' ? 'the folder that it was started in is not there any more' : error.message
  process.stderr.write(`sigmaproof cannot start: ${isOfSystem(error) ? reason : error.stack}\n`)
  process.exitCode = exitWrongSetup
}

/** Runs this file by another Node, and ends as that ends. */
function handOverTo(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const pass = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, pass)
  child.once('error', cannotStart)
  child.once('exit', (code, signal) => {
    for (const each of signals) process.off(each, pass)
    if (signal === null) process.exitCode = code
    else process.kill(process.pid, signal)
  })
}

if (!isOldNode(process.versions.node)) {
  runHere().catch(cannotStart)
} else {
  const node = inRepository ? pinnedNode() : null
  if (node === null) {
    process.stderr.write(`sigmaproof needs Node 22.18 or later; this is Node ${process.versions.node}.\n`)
    process.exitCode = exitWrongSetup
  } else {
    handOverTo(node)
  }
}
