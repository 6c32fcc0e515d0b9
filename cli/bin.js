#!/usr/bin/env node
// Plain old JavaScript: it has to run on the Node that it refuses.
import { spawnSync } from 'node:child_process'
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

/** Whoever reads may have enough of it: `sigmaproof test | head`. The run goes on, because its exit code is asked for too. */
function letClose(stream) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
    stream.write = (_chunk, encoding, done) => {
      const told = typeof encoding === 'function' ? encoding : done
      if (told !== undefined) process.nextTick(told)
      return true
    }
  })
}

async function runHere() {
  for (const stream of [process.stdout, process.stderr]) letClose(stream)
  const { main } = await import(inRepository ? sources.href : new URL('../dist/cli/main.js', import.meta.url).href)
  process.exitCode = await main({
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
  })
}

if (!isOldNode(process.versions.node)) {
  runHere().catch((error) => {
    process.stderr.write(`sigmaproof cannot start: ${error.stack}\n`)
    process.exitCode = exitWrongSetup
  })
} else {
  const node = inRepository ? pinnedNode() : null
  if (node === null) {
    process.stderr.write(`sigmaproof needs Node 22.18 or later; this is Node ${process.versions.node}.\n`)
    process.exitCode = exitWrongSetup
  } else {
    const self = fileURLToPath(import.meta.url)
    const { status } = spawnSync(node, [self, ...process.argv.slice(2)], { stdio: 'inherit' })
    process.exitCode = status === null ? exitWrongSetup : status
  }
}
