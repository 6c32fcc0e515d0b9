import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { byCodeUnit } from '../../sigma/index.ts'

/** The stations whose code decides what is proved, suggested and judged. */
const deciding = ['catalogue', 'sigma', 'matching', 'generators', 'proofs', 'measures', 'authoring']
let known: string | null = null

/**
 * SHA-256 in hex of what decides an answer: our own code for rules, events and measures, as it runs, and the manifests
 * of it and of all packages it stands on. Worked out once for a process.
 */
export function codeDigest(): string {
  known ??= digestOf([digestOfCode(fileURLToPath(new URL('../..', import.meta.url))), ...manifests()])
  return known
}

/** SHA-256 in hex of the code that decides, in the folder that holds the stations. */
export function digestOfCode(folder: string): string {
  return digestOf(
    deciding
      .map((station) => join(folder, station))
      .filter((path) => existsSync(path))
      .flatMap(codeIn),
  )
}

function digestOf(parts: readonly string[]): string {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(`${part}\0`)
  return digest.digest('hex')
}

function codeIn(station: string): readonly string[] {
  return readdirSync(station, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.d)\.[jt]s$/.test(file))
    .sort(byCodeUnit)
    .map((file) => `${file}\n${readFileSync(join(station, file), 'utf8')}`)
}

/** Our own manifest, and the one of each package that it names. */
function manifests(): readonly string[] {
  const own = textAt(findPackageJSON(import.meta.url))
  const manifest: unknown = JSON.parse(own)
  const hasOwn = typeof manifest === 'object' && manifest !== null && 'dependencies' in manifest
  const names = hasOwn ? Object.keys(Object(manifest.dependencies)) : []
  return [own, ...names.map((name) => textAt(findPackageJSON(name, import.meta.url)))]
}

function textAt(path: string | undefined): string {
  return path === undefined ? '{}' : readFileSync(path, 'utf8')
}
