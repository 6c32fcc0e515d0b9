import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runProject, runSteps } from '../run-feature.ts'

const english = `Feature: Trial

  Scenario: A session
    Given the rule "Potential Remote PowerShell Session Initiated"
    And a matching event
    When its User is:
      """
      CONTOSO\\anna.keller
      """
    And its DestinationPort is each of:
      | 5985 | 5986 |
    Then the rule fires
`

const spellings: readonly (readonly [string, string])[] = [
  ['CRLF', english.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${english}`],
]
for (const [about, text] of spellings) {
  test(`${about} in a feature changes nothing that is observed`, async () => {
    const [plain] = await runProject({ files: { 'features/trial.feature': english } })
    const [other] = await runProject({ files: { 'features/trial.feature': text } })
    assert.equal(plain?.status, 'PASSED')
    assert.deepEqual(other, plain)
  })
}

const translated: readonly (readonly [string, string])[] = [
  [
    'French',
    `# language: fr
Fonctionnalité: Essai

  Règle: NETWORK SERVICE reste silencieux

    Plan du scénario: Windows en <langue>
      Étant donné the rule "Potential Remote PowerShell Session Initiated"
      Et a matching event
      Quand its User is NETWORK SERVICE in <langue>
      Alors the rule is suppressed by filter_main_service_users
      Mais the rule "T1086 Remote PowerShell Session" fires

      Exemples:
        | langue |
        | German |
        | French |
`,
  ],
  [
    'German',
    `# language: de
Funktionalität: Versuch

  Regel: NETWORK SERVICE bleibt still

    Szenariogrundriss: Windows in <Sprache>
      Gegeben sei the rule "Potential Remote PowerShell Session Initiated"
      Und a matching event
      Wenn its User is NETWORK SERVICE in <Sprache>
      Dann the rule is suppressed by filter_main_service_users
      Aber the rule "T1086 Remote PowerShell Session" fires

      Beispiele:
        | Sprache |
        | German  |
        | French  |
`,
  ],
]
for (const [language, text] of translated) {
  test(`the steps follow ${language} keywords`, async () => {
    const results = await runProject({ files: { 'features/trial.feature': text } })
    assert.deepEqual(
      results.map(({ status }) => status),
      ['PASSED', 'PASSED'],
    )
  })
}

const names = [
  'Potential Remote PowerShell Session Initiated',
  'rules/windows/network_connection/net_connection_win_susp_remote_powershell_session.yml',
  'edc2f8ae-2412-4dfd-b9d5-0c57727e70be',
]
for (const name of names) {
  test(`a rule may be called "${name}"`, async () => {
    const { status } = await runSteps(`Given the rule '${name}'\nAnd a matching event\nThen the rule fires`)
    assert.equal(status, 'PASSED')
  })
}

test('a rule may be called by its name', async () => {
  const rule =
    'title: A\nname: short_name\nlogsource: { product: windows, category: dns_query }\ndetection: { s: { QueryName: x }, condition: s }\n'
  const feature =
    'Feature: Trial\n\nScenario: A\nGiven the rule "short_name"\nAnd a matching event\nThen the rule fires\n'
  const [result] = await runProject({ files: { 'features/trial.feature': feature, 'rules/a.yml': rule } })
  assert.deepEqual(result?.messages, [])
})

test('one document of several is called by its number', async () => {
  const document = (title: string, port: number): string =>
    `title: ${title}\nlogsource: { product: windows, category: network_connection }\ndetection: { s: { DestinationPort: ${port} }, condition: s }\n`
  const feature = (name: string): string =>
    `Feature: Trial\n\nScenario: A\nGiven the rule "${name}"\nAnd a matching event\nThen the rule fires\n`
  const files = { 'rules/two.yml': `${document('A', 1)}---\n${document('B', 2)}` }
  const [both] = await runProject({ files: { ...files, 'features/trial.feature': feature('B') } })
  assert.deepEqual(both?.messages, [])
  assert.match(both?.observations[0]?.rule ?? '', /two\.yml#2$/)
})
