import { readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** A declaration of a file, and where it stands. */
export interface Declared {
  /** From the root, without its ending: `sigma/rule`. */
  readonly file: string
  readonly name: string
  /** As the compiler prints it, without `export`, `declare` and comments; overloads one below the other. */
  readonly text: string
}

/** The declarations that the compiler wrote into a folder. */
export interface Declarations {
  /** What a name in a file stands for; null for a name of another package or of the language. */
  readonly find: (file: string, name: string) => Declared | null
  /** The names that a file exports, in order. */
  readonly exportsOf: (file: string) => readonly string[]
}

/** A file's declarations, and the names that it takes from others: imported, or passed on. */
interface Module {
  readonly own: ReadonlyMap<string, string>
  readonly imported: ReadonlyMap<string, Origin>
  readonly exported: ReadonlyMap<string, Origin | null>
  /** Files of which it passes on all names. */
  readonly passedOn: readonly string[]
}

interface Origin {
  readonly file: string
  readonly name: string
}

/** Reads the `.d.ts` files of a folder as they are asked for. */
export function declarationsIn(folder: string): Declarations {
  const modules = new Map<string, Module>()
  const moduleOf = (file: string): Module => {
    const known = modules.get(file)
    if (known !== undefined) return known
    const read = readModule(readFileSync(posix.join(folder, `${file}.d.ts`), 'utf8'), file)
    modules.set(file, read)
    return read
  }
  const find = (file: string, name: string): Declared | null => {
    const { own, imported, exported, passedOn } = moduleOf(file)
    const text = own.get(name)
    if (text !== undefined) return { file, name, text }
    const origin = imported.get(name) ?? exported.get(name)
    if (origin !== undefined && origin !== null) return find(origin.file, origin.name)
    const door = passedOn.find((each) => namesOf(each).includes(name))
    return door === undefined ? null : find(door, name)
  }
  const namesOf = (file: string): readonly string[] => {
    const { exported, passedOn } = moduleOf(file)
    return [...exported.keys(), ...passedOn.flatMap(namesOf)]
  }
  return { find, exportsOf: (file) => [...new Set(namesOf(file))].sort() }
}

const clause = /^(import|export) (?:type )?(?:(\w+)(?:, )?)?(?:\{([\s\S]*)\})?(?: from)? ?'([^']+)'/
const allNames = /^(import|export) (?:type )?\* (?:as \w+ )?from '([^']+)'/
const declaration =
  /^(export )?(default )?(?:declare )?(?:abstract )?(?:const|let|function|class|interface|type|enum) ([\w$]+)/

function readModule(text: string, file: string): Module {
  const own = new Map<string, string>()
  const imported = new Map<string, Origin>()
  const exported = new Map<string, Origin | null>()
  const passedOnFrom: string[] = []
  for (const statement of statementsIn(text)) {
    const [, way, whole = ''] = allNames.exec(statement) ?? []
    if (way !== undefined) {
      if (way === 'export') passedOnFrom.push(posix.join(posix.dirname(file), whole.replace(/\.ts$/, '')))
      continue
    }
    const [, kind, byDefault, list = '', from = ''] = clause.exec(statement) ?? []
    const [, isExported, isDefault, name] = declaration.exec(statement) ?? []
    const [, passedOn] = /^export default ([\w$]+);$/.exec(statement) ?? []
    if (kind !== undefined) {
      if (!from.startsWith('.')) continue
      const target = posix.join(posix.dirname(file), from.replace(/\.ts$/, ''))
      const names = kind === 'import' ? imported : exported
      if (byDefault !== undefined) names.set(byDefault, { file: target, name: 'default' })
      for (const [as, original] of namesIn(list)) names.set(as, { file: target, name: original })
    } else if (passedOn !== undefined) exported.set('default', { file, name: passedOn })
    else if (name !== undefined) {
      const said = statement.replace(/^(?:export )?(?:default )?(?:declare )?/, '')
      const before = own.get(name)
      own.set(name, before === undefined ? said : `${before}\n${said}`)
      if (isDefault !== undefined) exported.set('default', { file, name })
      else if (isExported !== undefined) exported.set(name, null)
    } else if (statement !== 'export {};') throw new TypeError(`${file}: not understood: ${statement}`)
  }
  return { own, imported, exported, passedOn: passedOnFrom }
}

/** `type A, B as C` as pairs of the name here and the name there. */
function namesIn(list: string): readonly (readonly [as: string, original: string])[] {
  return list
    .split(',')
    .map((each) => each.trim().replace(/^type /, ''))
    .filter((each) => each !== '')
    .map((each) => {
      const [original = '', as = original] = each.split(' as ')
      return [as, original] as const
    })
}

/** A file's statements: each ends at the line that closes all that it opens. */
function statementsIn(text: string): readonly string[] {
  const statements: string[] = []
  let open: string[] = []
  let depth = 0
  for (const line of text.split('\n')) {
    if (open.length === 0 && line.trim() === '') continue
    open.push(line)
    const bare = line.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g, '')
    depth += (bare.match(/[{([]/g) ?? []).length - (bare.match(/[})\]]/g) ?? []).length
    if (depth > 0 || !/[;}]$/.test(line)) continue
    statements.push(open.join('\n'))
    open = []
  }
  return statements
}
