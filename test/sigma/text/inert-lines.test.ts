import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inertLines, inertXml } from '../../../sigma/index.ts'
import { inertJson } from '../../../sigma/text/inert-lines.ts'
import { fc } from '../../fast-check.ts'

const commands: readonly (readonly [text: string, inert: string])[] = [
  ['::error::x', '\\u{3A}:error::x'],
  ['  \t::set-output name=a::b', '  \t\\u{3A}:set-output name=a::b'],
  ['a\n::stop-commands::t\nb', 'a\n\\u{3A}:stop-commands::t\nb'],
  ['a\r::debug::x', 'a\r\\u{3A}:debug::x'],
  ['\u001B[31m::error::x', '\u001B[31m\\u{3A}:error::x'],
  ['by ##[error]me', 'by #\\u{23}[error]me'],
  ['##vso[task.setvariable variable=a]b', '#\\u{23}vso[task.setvariable variable=a]b'],
  ['x ##VSO[task.complete]', 'x #\\u{23}VSO[task.complete]'],
  ["##teamcity[buildStatus status='SUCCESS']", "#\\u{23}teamcity[buildStatus status='SUCCESS']"],
  ['###[group]', '##\\u{23}[group]'],
  ['section_start:1:a', 'section\\u{5F}start:1:a'],
]

const harmless = ['a ::1', 'fe80::1', '## heading', '#[x]', 'section_of:1', '│ ::error::x', ': :', '']

describe('text that a CI reads commands out of', () => {
  for (const [text, inert] of commands) {
    test(`${JSON.stringify(text)} is inert`, () => assert.equal(inertLines(text), inert))
  }

  for (const text of harmless) test(`${JSON.stringify(text)} stays`, () => assert.equal(inertLines(text), text))

  const pieces = fc.constantFrom(
    ':',
    '::',
    '#',
    '##',
    '[',
    'vso',
    'teamcity',
    ' ',
    '\n',
    '\r',
    '\t',
    'a',
    'section_start:',
  )

  test('holds no command once it is inert, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const inert = inertLines(parts.join(''))
        assert.doesNotMatch(inert, /##(?:vso|teamcity)?\[/i)
        for (const line of inert.split(/[\r\n]/)) assert.doesNotMatch(line.trim(), /^(?:::|section_start:)/)
        assert.equal(inertLines(inert), inert)
      }),
    )
  })

  test('JSON and XML say the same as before', () => {
    const value = { '##[a]': ['x ##vso[b]', '##teamcity[c', '\\##[d'] }
    const json = inertJson(JSON.stringify(value))
    assert.doesNotMatch(json, /##(?:vso|teamcity)?\[/)
    assert.deepEqual(JSON.parse(json), value)
    assert.equal(inertXml('<a b="##[x]">##vso[y]</a>'), '<a b="#&#35;[x]">#&#35;vso[y]</a>')
  })
})
