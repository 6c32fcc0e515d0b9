import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { listing } from './listing.ts'
import { curlFeature, curlRule, type Outcome, type Project, temporaryProject } from './temporary-project.ts'

const bin = fileURLToPath(new URL('../../cli/bin.js', import.meta.url))

/** A world with a project in it, and what lies around. */
function world(): Project {
  return temporaryProject({
    'project/rules/curl.yml': curlRule,
    'project/features/curl.feature': curlFeature,
    'project/junit.xml': '<testsuite name="somebody"/>',
    'project/theirs/report.json': '{"of": "somebody"}',
    'project/theirs/summary.txt': 'a summary of somebody',
    'home/.bashrc': 'alias ll=ls',
    'home/report.json': '{"of": "somebody"}',
    'outside/kept.txt': 'kept',
    'outside/suggestions/kept.feature': '# Suggested by sigmaproof\nFeature: kept\n',
  })
}

function start(cwd: string, argv: readonly string[], env: NodeJS.ProcessEnv = process.env): ChildProcess {
  return spawn(process.execPath, [bin, ...argv], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('the streams of a child are piped')
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const [code, out, err] = await Promise.all([ended, text(stdout), text(stderr)])
  return { code, stdout: out, stderr: err }
}

const isRoot = process.getuid?.() === 0

type Prepared = { readonly undo: () => void } | { readonly skip: string } | undefined

interface Case {
  readonly told: string
  readonly out: (root: string) => string
  /** What lies there before; may return what takes it back, or why the case cannot be tried. */
  readonly prepare?: (root: string) => Prepared
  readonly code: number
  readonly said: RegExp
}

const refused = 3

const cases: readonly Case[] = [
  { told: 'a folder that is not there', out: () => 'out', code: 0, said: /Report: out\/html/ },
  { told: 'the project', out: () => '.', code: refused, said: /"\." holds what sigmaproof did not write/ },
  { told: 'the folder above', out: () => '..', code: refused, said: /"\.\." holds what sigmaproof did not write/ },
  {
    told: 'home',
    out: (root) => join(root, 'home'),
    code: refused,
    said: /home" holds what sigmaproof did not write, such as "\.bashrc"/,
  },
  { told: 'a folder of rules', out: () => 'rules', code: refused, said: /such as "curl\.yml"/ },
  { told: "somebody's reports", out: () => 'theirs', code: refused, said: /such as "report\.json"/ },
  { told: 'a file', out: () => 'junit.xml', code: refused, said: /"junit\.xml" is a file: the reports need a folder/ },
  {
    told: 'a path through a file',
    out: () => 'junit.xml/out',
    code: refused,
    said: /"junit\.xml\/out" cannot be [a-z]+: a part of its path is a file/,
  },
  {
    told: 'a name that is too long',
    out: () => 'o'.repeat(300),
    code: refused,
    said: /the name is too long \(ENAMETOOLONG\)/,
  },
  {
    told: 'a link to a folder',
    out: () => 'out',
    prepare: (root) => linked(root, '../outside'),
    code: refused,
    said: /"out" is a link, and reports are not written through one/,
  },
  {
    told: 'a link to a file',
    out: () => 'out',
    prepare: (root) => linked(root, '../outside/kept.txt'),
    code: refused,
    said: /"out" is a link/,
  },
  {
    told: 'a link that leads nowhere',
    out: () => 'out',
    prepare: (root) => linked(root, '../outside/new'),
    code: refused,
    said: /"out" is a link/,
  },
  ...['report.json', 'junit.xml', '.cache', 'html', 'suggestions', '.manifest.json'].map((name): Case => {
    return {
      told: `a link at the place of ${name} in a folder of ours`,
      out: () => 'out',
      prepare: (root) => {
        const out = join(root, 'project/out')
        mkdirSync(out)
        if (name !== '.manifest.json') writeFileSync(join(out, '.manifest.json'), ownManifest)
        symlinkSync(name.includes('.') ? '../../outside/new' : '../../outside', join(out, name))
        return undefined
      },
      code: name === 'suggestions' ? 0 : refused,
      said: name === 'suggestions' ? /Report: out/ : /is a link|holds what sigmaproof did not write/,
    }
  }),
  {
    told: 'a folder at the place of a report',
    out: () => 'out',
    prepare: (root) => {
      mkdirSync(join(root, 'project/out/report.json'), { recursive: true })
      return undefined
    },
    code: refused,
    said: /"out\/report\.json" is a folder, and a report goes there/,
  },
  ...['report.json', 'junit.xml', 'messages.ndjson', 'summary.txt'].map((name): Case => {
    return {
      told: `a second name of a file outside at the place of ${name}`,
      out: () => 'out',
      prepare: (root) => {
        mkdirSync(join(root, 'project/out'))
        writeFileSync(join(root, 'project/out/.manifest.json'), ownManifest)
        linkSync(join(root, 'outside/kept.txt'), join(root, 'project/out', name))
        return undefined
      },
      code: 0,
      said: /Report: out/,
    }
  }),
  {
    told: 'a read-only folder',
    out: () => 'locked/out',
    prepare: (root) => {
      if (isRoot) return { skip: 'root may write everywhere' }
      mkdirSync(join(root, 'project/locked'))
      chmodSync(join(root, 'project/locked'), 0o500)
      return { undo: () => chmodSync(join(root, 'project/locked'), 0o700) }
    },
    code: refused,
    said: /"locked\/out" cannot be made: permission is denied \(EACCES\)/,
  },
  {
    told: 'a read-only disk',
    out: () => 'disk/out',
    prepare: mounting('ro'),
    code: refused,
    said: /read-only \(EROFS\)/,
  },
  ...['8k', '64k', '160k'].map((size): Case => {
    return {
      told: `a disk of ${size}`,
      out: () => 'disk/out',
      prepare: mounting(`size=${size}`),
      code: refused,
      said: /^sigmaproof: .*no space.*ENOSPC|^sigmaproof: .*ENOSPC.*no space/im,
    }
  }),
]

function linked(root: string, target: string): Prepared {
  symlinkSync(target, join(root, 'project/out'))
  return undefined
}

const ownManifest = '{"sigmaproofManifest":1,"files":{"report.json":null}}'

function mounting(options: string): (root: string) => Prepared {
  return (root) => {
    const disk = join(root, 'project/disk')
    mkdirSync(disk)
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk], { stdio: 'ignore' })
    if (status !== 0) return { skip: 'no disk can be mounted here' }
    return { undo: () => assert.equal(spawnSync('umount', [disk]).status, 0) }
  }
}

/** The folder that the case is about may change, where it lies in the project; nothing else may. */
function mayChange(out: string): (path: string) => boolean {
  return (path) => path === `project/${out}` || path.startsWith(`project/${out}/`) || path.startsWith('project/disk')
}

suite('where a run may write', { concurrency: availableParallelism() }, () => {
  for (const { told, out, prepare, code, said } of cases) {
    test(`--out: ${told}`, async (t) => {
      const { root } = world()
      const prepared = prepare?.(root)
      if (prepared !== undefined && 'skip' in prepared) return t.skip(prepared.skip)
      try {
        const named = out(root)
        const before = listing(root, code === 0 ? mayChange(named) : () => false)
        const done = await outcomeOf(start(join(root, 'project'), ['test', '--out', named]))
        assert.equal(done.code, code, done.stderr)
        assert.match(done.stderr, said)
        assert.doesNotMatch(done.stderr, /\n {4}at /, 'no stack')
        const isOnDisk = (path: string): boolean => path.startsWith('project/disk')
        assert.deepEqual(listing(root, code === 0 ? mayChange(named) : isOnDisk), without(before, isOnDisk))
      } finally {
        prepared?.undo()
      }
    })
  }

  test('a folder of reports of version 0.1.0 is taken over, and what is not ours in it stays', async () => {
    const { root } = world()
    const project = join(root, 'project')
    const [oneScenario = ''] = curlFeature.split('  Scenario: The updater')
    writeFileSync(join(project, 'features/curl.feature'), oneScenario)
    assert.equal((await outcomeOf(start(project, ['test', '--suggest']))).code, 0)
    rmSync(join(project, 'out/.manifest.json'))
    writeFileSync(join(project, 'out/notes.txt'), 'mine')
    writeFileSync(join(project, 'out/suggestions/rules/own.feature'), 'Feature: Own\n')
    writeFileSync(join(project, 'out/cucumber/attachment-00b31a00-7fa1-4e6d-ab40-d75fef285718'), '{}')
    assert.ok(existsSync(join(project, 'out/suggestions/rules/curl.feature')))
    const { code, stderr } = await outcomeOf(start(project, ['test']))
    assert.equal(code, 0, stderr)
    assert.equal(readFileSync(join(project, 'out/notes.txt'), 'utf8'), 'mine')
    assert.equal(readFileSync(join(project, 'out/suggestions/rules/own.feature'), 'utf8'), 'Feature: Own\n')
    assert.equal(existsSync(join(project, 'out/suggestions/rules/curl.feature')), false)
    assert.deepEqual(readdirSync(join(project, 'out/cucumber')), ['index.html'], 'old attachments go')
  })

  test('what a failed run of version 0.1.0 left, and what formatters of the run write, make no folder foreign', async () => {
    const { root } = world()
    const project = join(root, 'project')
    mkdirSync(join(project, 'out/.cache'), { recursive: true })
    mkdirSync(join(project, 'out/cucumber'), { recursive: true })
    writeFileSync(join(project, 'out/summary.txt'), 'sigmaproof wrote no report:\n"rules" does not exist\n')
    writeFileSync(join(project, 'out/junit.xml'), '<?xml version="1.0"?>\n<testsuite name="Cucumber" time="0"/>')
    writeFileSync(join(project, 'out/cucumber/attachment-00b31a00-7fa1-4e6d-ab40-d75fef285718'), '{}')
    writeFileSync(join(project, 'out/.cache/proofs.json'), '{}')
    writeFileSync(join(project, 'out/usual.ndjson'), 'of a formatter')
    const refusal = await outcomeOf(start(project, ['test']))
    assert.equal(refusal.code, refused)
    assert.match(refusal.stderr, /such as "usual\.ndjson"/)
    writeFileSync(join(project, 'cucumber.json'), '{"default": {"format": [["message", "out/usual.ndjson"]]}}')
    const { code, stderr } = await outcomeOf(start(project, ['test']))
    assert.equal(code, 0, stderr)
  })

  test('a manifest of somebody else has nothing deleted but reports', async () => {
    const { root } = world()
    const project = join(root, 'project')
    const files = {
      '../rules/curl.yml': null,
      'notes.txt': null,
      'suggestions/../../junit.xml': null,
      'report.json': null,
    }
    mkdirSync(join(project, 'out'))
    writeFileSync(join(project, 'out/.manifest.json'), JSON.stringify({ sigmaproofManifest: 1, files }))
    writeFileSync(join(project, 'out/notes.txt'), 'mine')
    const before = listing(root, mayChange('out'))
    const { code, stderr } = await outcomeOf(start(project, ['test']))
    assert.equal(code, 0, stderr)
    assert.deepEqual(listing(root, mayChange('out')), before)
    assert.equal(readFileSync(join(project, 'out/notes.txt'), 'utf8'), 'mine')
  })

  test('of two runs at once one is told to wait, and the other ends as if it were alone', async () => {
    const { root } = world()
    const project = join(root, 'project')
    // The first one waits in a step for as long as the file is not there.
    slowDown(project)
    const before = listing(root, mayChange('out'))
    const first = start(project, ['test'])
    const firstDone = outcomeOf(first)
    await until(() => existsSync(join(project, 'out/waiting')))
    const second = await outcomeOf(start(project, ['test']))
    writeFileSync(join(project, 'out/go'), '')
    assert.equal(second.code, refused)
    assert.match(second.stderr, new RegExp(`another run \\(process ${first.pid}\\) writes to "out" at the moment`))
    const { code, stderr } = await firstDone
    assert.equal(code, 0, stderr)
    assert.deepEqual(listing(root, mayChange('out')), before)
    assert.equal(existsSync(join(project, 'out/.lock')), false)
  })

  for (const signal of ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    test(`after a run that ${signal} ended in the middle the next one is as if there had been none`, async () => {
      const { root } = world()
      const project = join(root, 'project')
      slowDown(project)
      const before = listing(root, mayChange('out'))
      const first = start(project, ['test'])
      const ended = new Promise<NodeJS.Signals | null>((resolve) => first.once('close', (_, by) => resolve(by)))
      await until(() => existsSync(join(project, 'out/waiting')))
      first.kill(signal)
      assert.equal(await ended, signal)
      assert.equal(existsSync(join(project, 'out/report.json')), false)
      writeFileSync(join(project, 'out/go'), '')
      const { code, stderr } = await outcomeOf(start(project, ['test']))
      assert.equal(code, 0, stderr)
      assert.deepEqual(listing(root, mayChange('out')), before)
    })
  }

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const) {
    test(`${signal} takes the temporary folder of --jobs along`, async () => {
      const { root } = world()
      const project = join(root, 'project')
      slowDown(project)
      mkdirSync(join(root, 'tmp'))
      const child = start(project, ['test', '--jobs', '2'], { ...process.env, TMPDIR: join(root, 'tmp') })
      const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_, by) => resolve(by)))
      await until(() => existsSync(join(project, 'out/waiting')))
      assert.equal(readdirSync(join(root, 'tmp')).length, 1)
      child.kill(signal)
      assert.equal(await ended, signal)
      await until(() => readdirSync(join(root, 'tmp')).length === 0)
    })
  }
})

function without(
  found: Readonly<Record<string, string>>,
  isLeftOut: (path: string) => boolean,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(found).filter(([path]) => !isLeftOut(path)))
}

/** Has every scenario wait until a file `out/go` is there, and say so by a file `out/waiting`. */
function slowDown(project: string): void {
  writeFileSync(
    join(project, 'features/slow.mjs'),
    `import { existsSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { Before, setDefaultTimeout } from '@cucumber/cucumber'

setDefaultTimeout(600_000)
Before(async () => {
  while (!existsSync('out/go')) {
    writeFileSync('out/waiting', '')
    await setTimeout(20)
  }
})
`,
  )
  mkdirSync(join(project, 'node_modules/@cucumber'), { recursive: true })
  const cucumber = fileURLToPath(new URL('../../node_modules/@cucumber/cucumber', import.meta.url))
  symlinkSync(cucumber, join(project, 'node_modules/@cucumber/cucumber'))
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < 240_000; waited += 20) {
    if (isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('what was waited for did not come')
}
