import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

/** Where types are declared: everything that is compiled into the package. */
const { include } = JSON.parse(readFileSync('tsconfig.build.json', 'utf8'))
const files: readonly string[] = globSync(include).map((file) => file.replaceAll('\\', '/'))

/** The names of the types that a text declares at its outermost level, exported or not. */
function typesIn(text: string): readonly string[] {
  const declared = text.matchAll(/^(?:export )?(?:abstract )?(?:type|interface|class) (\w+)/gm)
  return [...declared].map(([, name = '']) => name)
}

/** Names of types that more than one file declares, each with its files. */
function shared(texts: readonly (readonly [file: string, text: string])[]): readonly string[] {
  const declared = texts.flatMap(([file, text]) => [...new Set(typesIn(text))].map((name) => ({ name, file })))
  return [...Map.groupBy(declared, ({ name }) => name)]
    .filter(([, places]) => places.length > 1)
    .map(([name, places]) => `${name}: ${places.map(({ file }) => file).join(', ')}`)
}

test('a name of a type has one meaning: one file declares it', () => {
  assert.ok(files.length > 500)
  assert.deepEqual(shared(files.map((file) => [file, readFileSync(file, 'utf8')])), [])
})

test('would notice a name with two meanings', () => {
  const texts = [
    ['a.ts', 'export interface Place {\n  readonly line: number\n}\n'],
    ['b.ts', 'type Place = string\nclass Other {}\n'],
    ['c.ts', "import type { Place } from './a.ts'\nexport type { Other } from './b.ts'\n"],
  ] as const
  assert.deepEqual(shared(texts), ['Place: a.ts, b.ts'])
})
