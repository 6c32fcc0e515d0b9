import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { main } from '../../cli/main.ts'

const bin = fileURLToPath(new URL('../../cli/bin.js', import.meta.url))

/** What a run of the real command left behind. */
export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A project in the system's temporary folder, removed when this process ends. */
export interface Project {
  readonly root: string
  /** Runs the command as a process of its own. */
  readonly run: (...argv: readonly string[]) => Promise<Outcome>
  /** Runs the command in this process: for what ends before Cucumber starts. */
  readonly runHere: (...argv: readonly string[]) => Promise<Outcome>
  readonly read: (path: string) => string
  readonly put: (files: Files) => void
}

/** Text by path with `/`; a path that ends in `/` is an empty folder. */
export type Files = Readonly<Record<string, string>>

/**
 * Half of what a small run costs is to compile the sources: processes keep that for each other. Not where coverage is measured,
 * which would be less exact.
 */
const isMeasured = process.env.NODE_V8_COVERAGE !== undefined
const compiled = fileURLToPath(new URL('../../node_modules/.cache/sigmaproof-compiled', import.meta.url))
const env = isMeasured ? process.env : { ...process.env, NODE_COMPILE_CACHE: compiled }

const base = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-cli-')))
process.once('exit', () => rmSync(base, { recursive: true, force: true }))

/** Makes a project of these files. */
export function temporaryProject(files: Files): Project {
  const root = mkdtempSync(join(base, 'project-'))
  put(root, files)
  return {
    root,
    run: (...argv) => run(root, argv),
    runHere: (...argv) => runHere(root, argv),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    put: (more) => put(root, more),
  }
}

function put(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    const target = join(root, path)
    mkdirSync(path.endsWith('/') ? target : dirname(target), { recursive: true })
    if (!path.endsWith('/')) writeFileSync(target, text)
  }
}

async function run(cwd: string, argv: readonly string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [bin, ...argv], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

async function runHere(cwd: string, argv: readonly string[]): Promise<Outcome> {
  const [stdout, stderr] = [collector(), collector()]
  const code = await main({ argv, cwd, stdout: stdout.stream, stderr: stderr.stream, env: process.env })
  return { code, stdout: stdout.written(), stderr: stderr.written() }
}

function collector(): { readonly stream: Writable; readonly written: () => string } {
  const chunks: string[] = []
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(String(chunk))
      done()
    },
  })
  return { stream, written: () => chunks.join('') }
}

/** A rule that reads one field and excludes one user. */
export const curlRule = `title: Download With Curl
id: 6f9c3c5e-6f59-4c5d-8a75-8a1f0f3d7c11
status: test
author: A. Tester
logsource:
    category: process_creation
    product: windows
detection:
    selection:
        Image|endswith: '\\curl.exe'
    filter_main_updater:
        User|contains: 'svc-update'
    condition: selection and not filter_main_updater
level: low
`

/** Scenarios that hold for {@link curlRule}. */
export const curlFeature = `Feature: Download with curl

  Background:
    Given the rule "Download With Curl"

  Scenario: Curl by a user
    Given a process creation event with:
      | Image | C:\\\\tools\\\\curl.exe |
      | User  | CONTOSO\\\\nina         |
    Then the rule fires

  Scenario: The updater is left alone
    Given a process creation event with:
      | Image | C:\\\\tools\\\\curl.exe |
      | User  | CONTOSO\\\\svc-update   |
    Then the rule is suppressed by filter_main_updater

  Scenario: Another tool
    Given a process creation event with:
      | Image | C:\\\\tools\\\\wget.exe |
      | User  | CONTOSO\\\\nina         |
    Then the rule is silent because Image does not match
`

/** A rule under an id of its own: no two rules of a set may share one. The number has two digits. */
export function withId(text: string, number: number): string {
  return text.replace(/^(id: \S+)\d\d$/m, `$1${number}`)
}
