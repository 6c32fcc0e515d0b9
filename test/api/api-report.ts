import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Declarations, type Declared, declarationsIn } from './declarations.ts'

/** What a door offers, as a document. */
export interface ApiReport {
  /** The path of the report from the root: `api/sigma.md`. */
  readonly path: string
  readonly text: string
}

/** The report of every door of the package that offers types: its names with their declarations, in order. */
export function apiReports(): readonly ApiReport[] {
  const folder = mkdtempSync(join(tmpdir(), 'sigmaproof-api-'))
  try {
    emitDeclarations(folder)
    const declarations = declarationsIn(folder)
    return doors().map((door) => ({ path: `api/${door.name}.md`, text: reportOf(door, declarations) }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A way into the package: how users write it, and the file behind it. */
interface Door {
  readonly specifier: string
  readonly name: string
  readonly file: string
}

function doors(): readonly Door[] {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'))
  return Object.entries<string | { readonly types: string }>(exports).flatMap(([specifier, target]) => {
    if (typeof target === 'string') return []
    const file = target.types.replace(/^\.\/dist\//, '').replace(/\.d\.ts$/, '')
    const name = specifier === '.' ? 'sigmaproof' : specifier.slice(2)
    return { specifier: `sigmaproof${specifier.slice(1)}`, name, file }
  })
}

/** Nothing is checked: that is `npm run check:types`, and takes four times as long. */
function emitDeclarations(folder: string): void {
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
  const options = ['--noCheck', '--emitDeclarationOnly', '--removeComments', '--outDir', folder]
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', ...options])
}

function reportOf({ specifier, file }: Door, declarations: Declarations): string {
  const names = declarations.exportsOf(file)
  const offered = names.flatMap((name) => declarations.find(file, name) ?? [])
  const here = offered.filter((each) => stationOf(each.file) === stationOf(file))
  const others = Map.groupBy(
    offered.filter((each) => !here.includes(each)),
    (each) => stationOf(each.file),
  )
  const used = usedBy(here, file, declarations)
  return [
    `# ${specifier}`,
    'Made by `npm run refresh`: what the door offers, with its types. A test holds it.',
    ...[...others].map(([station, all]) => `From \`sigmaproof/${station}\`:\n\n${listed(all)}`),
    ...(here.length === 0 ? [] : [fenced(here)]),
    ...(used.length === 0 ? [] : ['## Told by these types, and not offered', fenced(used)]),
  ]
    .join('\n\n')
    .concat('\n')
}

function listed(declared: readonly Declared[]): string {
  return declared.map(({ name }) => `- \`${name}\``).join('\n')
}

function fenced(declared: readonly Declared[]): string {
  return `\`\`\`ts\n${declared.map(({ text }) => text).join('\n')}\n\`\`\``
}

/** What declarations mention, and what that mentions in turn, as far as no door offers it. */
function usedBy(offered: readonly Declared[], door: string, declarations: Declarations): readonly Declared[] {
  const found = new Map<string, Declared>()
  const keyOf = ({ file, name }: Declared) => `${file} ${name}`
  const known = new Set(offered.map(keyOf))
  const open = [...offered]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [, name = ''] of next.text.matchAll(/\b(?:typeof )?((?<=typeof )[\w$]+|[A-Z][\w$]*)/g)) {
      const used = declarations.find(next.file, name)
      if (used === null || known.has(keyOf(used))) continue
      known.add(keyOf(used))
      if (isOffered(used, door, declarations)) continue
      found.set(keyOf(used), used)
      open.push(used)
    }
  }
  return [...found.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

/** Whether the door of its own station offers it. */
function isOffered({ file, name }: Declared, door: string, declarations: Declarations): boolean {
  const station = stationOf(file)
  if (station === stationOf(door)) return false
  const offered = declarations.find(`${station}/index`, name)
  return offered !== null && offered.file === file
}

function stationOf(file: string): string {
  return file.split('/')[0] ?? ''
}
