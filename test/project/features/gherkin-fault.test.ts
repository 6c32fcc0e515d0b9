import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { temporaryProject } from '../../cli/temporary-project.ts'

const scenario = '  Scenario: s\n    Given a matching event\n'

describe('what is no Gherkin is told in words of its writer, with its place', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'a second background',
      'Feature: f\n  Background:\n    Given a\n  Background:\n    Given b\n',
      '4:3: "Background:" cannot stand here: a feature, and each Rule in it, has one Background, before its scenarios',
    ],
    [
      'a background after a scenario',
      `Feature: f\n${scenario}  Background:\n    Given b\n`,
      '4:3: "Background:" cannot stand here: a feature, and each Rule in it, has one Background, before its scenarios',
    ],
    [
      'a misspelt keyword',
      `Feature: f\n${scenario}    Thne it fires\n`,
      '4:5: "Thne it fires" is no step: a step begins with Given, When, Then, And, But or *, a new scenario with "Scenario: "',
    ],
    [
      'a file that begins otherwise',
      'Fature: f\n',
      '1:1: "Fature: f" cannot stand here: a feature begins with "Feature: " and its name',
    ],
    [
      'a table of another width',
      `Feature: f\n${scenario}      | a | b |\n      | a |\n`,
      '5:7: inconsistent cell count within the table',
    ],
  ]
  for (const [about, feature, says] of cases) {
    test(about, async () => {
      const project = temporaryProject({ 'features/f.feature': feature, 'rules/a.yml': 'title: [' })
      const { code, stderr } = await project.runHere('test')
      assert.equal(code, 2)
      assert.ok(stderr.includes(`features/f.feature:${says}\n`), stderr)
    })
  }
})
