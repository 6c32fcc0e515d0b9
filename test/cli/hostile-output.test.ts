import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { SaxesParser } from 'saxes'
import { curlRule, type Files, type Outcome, type Project, temporaryProject } from './temporary-project.ts'

const sections = 'a ]]> b ]]> c ]]]]>> <![CDATA[ d'

/** What a title, an author, a scenario and a value may hold; every one of them is a name somewhere. */
const names: readonly (readonly [told: string, text: string])[] = [
  ['a command of GitHub', '::error file=x,line=1::told'],
  ['an old command of GitHub', '##[error]told'],
  ['a command of Azure', '##vso[task.complete result=Succeeded;]told'],
  ['a command of TeamCity', "##teamcity[buildStatus status='SUCCESS']"],
  ['the ends of sections', sections],
  ['what joins to the end of one', 'a ]]\u0001> ]\u0002]> ]]\uFFFE> ]]\uFDD0> b'],
  ['control characters', 'a \u001B[31m \u0007 \u0000 \u009B2J b'],
  ['other directions', 'a \u202E b \u2066 c'],
  ['halves of characters', 'a \uD83D b \uDE00 "\uDE00'],
  ['what is not for exchange', 'a \uFFFF\uFFFE\uFDD0 b'],
]

/** A rule of such a title, and scenarios of that name that pass, fail and are undefined. */
function filesOf(name: string, at: number): Files {
  const quoted = JSON.stringify(name)
  const id = `6f9c3c5e-6f59-4c5d-8a75-8a1f0f3d7c${at + 10}`
  const rule = curlRule
    .replace('Download With Curl', quoted)
    .replace(/id: .*/, `id: ${id}`)
    .replace('A. Tester', quoted)
    .replace("'\\curl.exe'", quoted)
    .replace("'svc-update'", quoted)
  const event = `    Given the event:
      """
      ${JSON.stringify({ Image: name, User: 'CONTOSO\\nina' })}
      """
`
  const feature = `Feature: ${name}

  Background:
    Given the rule "${id}"

  Scenario: ${name}
${event}    Then the rule fires

  Scenario: ${name} again
${event}    Then the rule is silent

  Scenario: undefined
    Given ${name}
`
  return { [`rules/r${at}.yml`]: rule, [`features/f${at}.feature`]: feature }
}

function hostileProject(): Project {
  return temporaryProject(Object.assign({}, ...names.map(([, name], at) => filesOf(name, at))))
}

function requireInert({ stdout, stderr }: Outcome): void {
  for (const text of [stdout, stderr]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: nothing of the kind may be printed.
    assert.doesNotMatch(text, /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/)
    assert.doesNotMatch(text, /^[^\S\n]*(?:::|section_(?:start|end):)/m)
    assert.doesNotMatch(text, /##(?:vso|teamcity)?\[/i)
  }
}

/** The texts of all elements and attributes. Throws for what is no XML. */
function textsIn(xml: string): string {
  const texts: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('cdata', (text) => texts.push(text))
  parser.on('opentag', ({ attributes }) => texts.push(...Object.values(attributes).map(String)))
  parser.write(xml).close()
  return texts.join('\n')
}

suite('text of rules and features', { concurrency: 2 }, () => {
  for (const jobs of ['1', '2']) {
    test(`acts on nobody, and JUnit is XML: --jobs ${jobs}`, async () => {
      const project = hostileProject()
      const done = await project.run('test', '--suggest', '--jobs', jobs)
      assert.equal(done.code, 1, done.stderr)
      requireInert(done)
      const texts = textsIn(project.read('out/junit.xml'))
      assert.equal(texts.match(/should be silent/g)?.length, 2 * names.length, 'a message and a stack of each')
      assert.ok(texts.includes(sections), texts)
      requireInert(await project.runHere('report', 'out/messages.ndjson', '--out', 'again'))
      assert.equal(
        textsIn(project.read('again/junit.xml')).replaceAll(/^[\d.]+$/gm, ''),
        texts.replaceAll(/^[\d.]+$/gm, ''),
      )
    })
  }

  for (const command of [
    ['check'],
    ['check', '--verbose'],
    ['check', '--format', 'json'],
    ['check', '--format', 'sarif'],
  ]) {
    test(`acts on nobody: ${command.join(' ')}`, async () => {
      requireInert(await hostileProject().runHere(...command))
    })
  }

  test('what is data stays what it is', async () => {
    const value = '\\##vso[x] ::error::y'
    const project = temporaryProject({
      'rules/curl.yml': curlRule.replace("'\\curl.exe'", JSON.stringify(value)),
      'events.json': JSON.stringify({
        EventID: 1,
        Channel: 'Microsoft-Windows-Sysmon/Operational',
        Image: `C:${value}`,
      }),
    })
    const made = await project.runHere('generate', 'rules/curl.yml', '--shape', 'flat')
    requireInert(made)
    assert.equal(made.code, 0, made.stderr)
    const event: unknown = JSON.parse(made.stdout)
    assert.ok(String(Object(event).Image).endsWith(value), made.stdout)
    const xml = await project.runHere('generate', 'rules/curl.yml', '--shape', 'xml')
    requireInert(xml)
    assert.ok(xml.stdout.includes('#&#35;vso[x]'), xml.stdout)
  })

  test('check --format github says its own commands, and no others', async () => {
    const project = hostileProject()
    const { stdout } = await project.runHere('check', '--format', 'github')
    for (const line of stdout.trimEnd().split('\n')) assert.match(line, /^::(?:error|warning) file=/)
  })
})
