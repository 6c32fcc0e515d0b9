import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { errorCodes, problemKinds, warningCodes } from '../sigma/index.ts'

test('the table of problems has a row for every code, in their order, with an example', () => {
  const rows = [...readFileSync('docs/problems.md', 'utf8').matchAll(/^\| `([EW]-[A-Z0-9-]+)` \| (.+) \|$/gm)].map(
    ([, code, rest = '']) => ({ code, cells: rest.split(/ (?<!\\)\| /) }),
  )
  assert.deepEqual(
    rows.map(({ code }) => code),
    [...errorCodes, ...warningCodes],
  )
  for (const { code, cells } of rows) {
    const { meaning, remedy } = Object.entries(problemKinds).find(([each]) => each === code)?.[1] ?? {}
    assert.equal(cells.length, 3, code)
    assert.deepEqual([cells[0], cells[2]], [meaning, remedy])
    assert.match(cells[1] ?? '', /`.+`/, code)
  }
})

const documents = globSync(['*.md', 'docs/*.md', 'rules/*.md', '.github/*.md']).sort()

/** Headings as GitHub makes anchors of them. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

for (const document of documents) {
  test(`${document} links to nothing that is not there`, () => {
    const folder = new URL(`../${document}`, import.meta.url)
    for (const [, link = ''] of readFileSync(folder, 'utf8').matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? folder : new URL(path, folder)
      assert.ok(existsSync(target), `${document} links to ${link}`)
      if (anchor === undefined) continue
      assert.ok(anchorsOf(readFileSync(target, 'utf8')).includes(anchor), `${document} links to ${link}`)
    }
  })
}

/** The papers that comments cite by section, and the numbers of their sections. */
const sections = new Map(
  ['semantics', 'vocabulary', 'measures', 'solver'].map((paper) => {
    const headings = readFileSync(`docs/${paper}.md`, 'utf8').matchAll(/^##+ (\d+(?:\.\d+)?)\.? /gm)
    return [paper, new Set([...headings].map(([, number = '']) => number))]
  }),
)

/** What a text cites: `semantics 4.1`, `(semantics 3.1 and 3.2)`, `semantics sections 1 to 5`, `vocabulary (section 1)`. */
function citationsIn(text: string): readonly (readonly [paper: string, section: string])[] {
  const unbroken = text.replaceAll(/\n\s*(?:\*|\/\/)?\s*/g, ' ')
  const cited =
    /\b(semantics|vocabulary|measures|solver),? \(?(?:sections? )?(\d+(?:\.\d+)?(?:(?:, | and | to )\d+(?:\.\d+)?)*)/gi
  return [...unbroken.matchAll(cited)].flatMap(([, paper = '', list = '']) =>
    list.split(/, | and | to /).map((section) => [paper.toLowerCase(), section] as const),
  )
}

test('comments cite sections that there are', () => {
  const files = globSync('**/*.ts', { exclude: ['node_modules', 'dist', 'out', 'coverage', 'test/docs.test.ts'] })
  const missing = files.flatMap((file) =>
    citationsIn(readFileSync(file, 'utf8'))
      .filter(([paper, section]) => sections.get(paper)?.has(section) !== true)
      .map(([paper, section]) => `${file} cites ${paper} ${section}`),
  )
  assert.deepEqual(missing, [])
})

test('comments cite nothing that is not in the repository', () => {
  const files = globSync('**/*.ts', { exclude: ['node_modules', 'dist', 'out', 'coverage', 'test/docs.test.ts'] })
  const elsewhere = /\b(?:amendment \d|design (?:section|\()|style\.md)/i
  assert.deepEqual(
    files.filter((file) => elsewhere.test(readFileSync(file, 'utf8'))),
    [],
  )
})

test('would notice a section that is not there', () => {
  const text = '/** As (semantics 4.1,\n * 4.99 and 99) say, and the vocabulary (section 77). */'
  const missing = citationsIn(text).filter(([paper, section]) => sections.get(paper)?.has(section) !== true)
  assert.deepEqual(missing, [
    ['semantics', '4.99'],
    ['semantics', '99'],
    ['vocabulary', '77'],
  ])
})
