import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../cli/bin.js', import.meta.url))

/** What a run of the real command left behind. */
export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A project in the system's temporary folder, removed when the test file is through. */
export interface Project {
  readonly root: string
  readonly run: (...argv: readonly string[]) => Outcome
  readonly read: (path: string) => string
  readonly put: (files: Files) => void
}

/** Text by path with `/`; a path that ends in `/` is an empty folder. */
export type Files = Readonly<Record<string, string>>

/** Makes a project of these files. */
export function temporaryProject(files: Files): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaproof-cli-')))
  after(() => rmSync(root, { recursive: true, force: true }))
  const project: Project = {
    root,
    run: (...argv) => run(root, argv),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    put: (more) => put(root, more),
  }
  project.put(files)
  return project
}

function put(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    const target = join(root, path)
    mkdirSync(path.endsWith('/') ? target : dirname(target), { recursive: true })
    if (!path.endsWith('/')) writeFileSync(target, text)
  }
}

function run(cwd: string, argv: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], { cwd, encoding: 'utf8' })
  return { code: status, stdout, stderr }
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
