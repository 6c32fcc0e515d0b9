import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { declarationsIn } from './declarations.ts'

const folder = mkdtempSync(join(tmpdir(), 'sigmaproof-declarations-'))
after(() => rmSync(folder, { recursive: true }))

const files: Readonly<Record<string, string>> = {
  'a/index': "export { type Shape, make as made } from './shape.ts';\nexport type { Text } from '../b/text.ts';\n",
  'a/shape': `import type { Text } from '../b/text.ts';
import { readFileSync } from 'node:fs';
export interface Shape {
    readonly text: Text;
    readonly mark: '{' | \`(\${string}\`;
}
export declare function make(text: Text): Shape;
export declare function make(text: string): Shape;
declare const formatter: Shape;
export default formatter;
`,
  'a/all':
    "import type * as shape from './shape.ts';\nexport * from './index.ts';\nexport type Kind = keyof typeof shape;\n",
  'b/text': 'export type Text =\n    | string\n    | null;\n',
}
for (const [file, text] of Object.entries(files)) {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, `${file}.d.ts`), text)
}

test('a name is followed to where it is declared, whatever it is called on the way', () => {
  const { find, exportsOf } = declarationsIn(folder)
  assert.deepEqual(exportsOf('a/index'), ['Shape', 'Text', 'made'])
  assert.deepEqual(find('a/index', 'Text'), { file: 'b/text', name: 'Text', text: files['b/text']?.trim().slice(7) })
  assert.equal(find('a/index', 'made')?.text, 'function make(text: Text): Shape;\nfunction make(text: string): Shape;')
  assert.equal(find('a/shape', 'Text')?.file, 'b/text')
  assert.equal(find('a/shape', 'default')?.text, 'const formatter: Shape;')
  assert.equal(find('a/index', 'Promise'), null)
})

test('a door that passes all names of another on offers them', () => {
  const { find, exportsOf } = declarationsIn(folder)
  assert.deepEqual(exportsOf('a/all'), ['Kind', 'Shape', 'Text', 'made'])
  assert.equal(find('a/all', 'Shape')?.file, 'a/shape')
})

test('what is not understood is told, and not left out', () => {
  writeFileSync(join(folder, 'c.d.ts'), 'declare module "x" {\n    const y: string;\n}\n')
  assert.throws(() => declarationsIn(folder).exportsOf('c'), /^TypeError: c: not understood: declare module/)
})
