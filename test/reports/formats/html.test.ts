import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'
import { formatHtml, type Report } from '../../../reports/index.ts'
import { aReport, aRule, aScenario } from '../report-factory.ts'

// The browser from the package runs on 64-bit Linux; elsewhere an installed Chrome can be named.
const installed = process.env.SIGMAPROOF_CHROME
const packaged = process.platform === 'linux' && process.arch === 'x64'
const skip =
  (installed === undefined && !packaged) || (installed !== undefined && !existsSync(installed))
    ? 'no browser here: name an installed Chrome in SIGMAPROOF_CHROME'
    : false

const evil = `<img src=x onerror="document.title='escaped'">"'<script>document.title='escaped'</script></title></style>\u202E&amp;`

function hostileReport(): Report {
  const rule = aRule({
    title: evil,
    author: evil,
    license: evil,
    tags: [evil],
    id: evil,
    key: evil,
    text: `${aRule().text}# ${evil}\nkey${evil}: ${evil}\n`,
    logsource: { category: evil, product: evil, service: evil },
    identifiers: aRule().identifiers.map((each) => ({ ...each, name: evil })),
    points: aRule().points.map((point) =>
      point.measure === 'values' ? { ...point, identifier: evil, written: evil, field: evil } : point,
    ),
    problems: [
      {
        code: evil,
        severity: 'warning',
        message: evil,
        hint: evil,
        place: {
          ...aRule().points[0]?.place,
          path: evil,
          start: 0,
          end: 0,
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 1,
        },
      },
    ],
  })
  const report = aReport()
  return aReport({
    seed: evil,
    rules: [rule],
    groups: {
      tags: [{ name: evil, rules: 1, coverage: rule.coverage }],
      folders: [{ name: evil, rules: 1, coverage: rule.coverage }],
    },
    thresholds: [
      {
        measure: 'mcdc',
        path: evil,
        rules: [evil],
        wanted: 90,
        ratio: { covered: 1, total: 2 },
        met: false,
        proved: false,
        lacking: [],
      },
    ],
    suggestions: [
      {
        rule: evil,
        scenarios: [
          { name: evil, text: `  Scenario: ${evil}\n    Then ${evil}\n`, scenarios: 1, points: [evil], breaches: [] },
        ],
        open: [{ point: evil, reason: evil }],
      },
    ],
    unreadable: [{ path: evil, text: evil, titles: [evil], problems: [] }],
    scenarios: [aScenario({ uri: evil, feature: evil, name: evil, tags: [evil] })],
    observations: report.observations.map((each) => ({
      ...each,
      rule: evil,
      uri: evil,
      step: { line: 1, text: evil },
    })),
    events: report.events.map((event) => ({ ...event, fields: { [evil]: evil, ['__proto__']: evil } })),
    findings: [
      ...report.findings.map((finding) => ({ ...finding, path: evil, ...('name' in finding ? { name: evil } : {}) })),
      { kind: 'unreadable-rule', path: evil, line: 1, column: 1, code: evil, message: evil, hint: evil },
      { kind: 'impossible', path: evil, line: 1, rule: evil, point: evil, text: evil, reason: evil },
      { kind: 'impossible-here', path: evil, line: 1, rule: evil, point: evil, text: evil, reason: evil },
      { kind: 'known-gap', path: evil, line: 1, name: evil, rules: [evil], examples: [evil] },
    ],
  })
}

test('the page is the same for the same report, and loads nothing', () => {
  const page = formatHtml(aReport())
  assert.equal(page, formatHtml(aReport()))
  assert.ok(!/<(?:script|link|iframe|img|object)\b|\b(?:src|srcset)=|url\(|@import|https?:/.test(page))
})

test('no text of others reaches the page as markup', () => {
  const page = formatHtml(hostileReport())
  assert.ok(!page.includes('<img'))
  assert.ok(!page.includes('<script'))
  assert.ok(!page.includes('\u202E'))
  assert.equal(page.match(/<\/style>/g)?.length, 1)
})

describe('in a browser', { skip }, () => {
  let browser: Browser
  let page: Page

  before(async () => {
    const executablePath = installed ?? (await sparticuz.executablePath())
    const args = installed === undefined ? sparticuz.args : []
    browser = await chromium.launch({ executablePath, args, headless: true })
    page = await browser.newPage()
  })

  after(async () => {
    await browser.close()
  })

  // One page for all: the packaged browser is a single process, which ends with its page.
  async function opened(report: Report, width = 1200, colorScheme: 'dark' | 'light' = 'light'): Promise<void> {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    await page.setContent(formatHtml(report))
  }

  test('hostile titles, values and names stay text', async () => {
    await opened(hostileReport())
    assert.equal(await page.title(), 'Sigma rules under test')
    assert.equal(await page.locator('img, script').count(), 0)
    const title = (await page.locator('section.rule h2').first().textContent()) ?? ''
    assert.ok(title.includes('<script>') && title.includes('\\u{202E}&amp;'), title)
  })

  test('suggested scenarios stand below the rule as they are pasted', async () => {
    const text = '  Scenario: One\n    Given a "<b>" | c |\n    Then the rule fires\n'
    const points = ['outcomes/fires', 'values/x/matched']
    const rule = aRule().key
    await opened(
      aReport({
        suggestions: [
          {
            rule,
            scenarios: [{ name: 'One', text, scenarios: 1, points, breaches: [] }],
            open: [{ point: 'p', reason: 'gave up' }],
          },
        ],
      }),
    )
    const list = page.locator('.suggestions')
    assert.equal(await list.locator('summary').textContent(), '1 suggested scenario for 2 uncovered points')
    assert.equal(await list.locator('pre').textContent(), text)
    assert.match((await list.locator('li').textContent()) ?? '', /gave up/)
  })

  test('many uncovered points are folded away', async () => {
    const report = aReport()
    const uncovered = report.findings.find(({ kind }) => kind === 'uncovered')
    assert.ok(uncovered !== undefined)
    const of = (count: number) => aReport({ findings: Array.from({ length: count }, () => uncovered) })
    await opened(of(8))
    assert.equal(await page.locator('.uncovered-points').count(), 0)
    assert.equal(await page.locator('.findings > .uncovered').count(), 8)
    await opened(of(9))
    assert.equal(
      await page.locator('.uncovered-points summary').textContent(),
      '9 uncovered points, marked in the text',
    )
    assert.equal(await page.locator('.uncovered-points .findings > .uncovered').count(), 9)
  })

  test('uncovered and partly covered lines are marked by sign, title and colour', async () => {
    await opened(aReport())
    const row = (line: number) => page.locator(`#rule-1-L${line}`)
    const sign = async (line: number) => (await row(line).locator('.sign').textContent())?.trim().slice(0, 1)
    const signs = await Promise.all([10, 11, 14].map(sign))
    assert.deepEqual(signs, ['✓', '◐', '✗'])
    assert.equal(await row(11).getAttribute('title'), 'never seen: 631 matched')
    assert.equal(await row(14).getAttribute('title'), 'never seen: \\spoolsv.exe matched, \\spoolsv.exe unmatched')
    assert.equal(await row(1).getAttribute('title'), null)
    const background = (line: number) => styleOf(`#rule-1-L${line} .code`, 'backgroundColor')
    const colours = await Promise.all([1, 11, 14].map(background))
    assert.equal(new Set(colours).size, 3)
  })

  test("the text is the rule's own, line by line, and its author is named", async () => {
    await opened(aReport())
    const lines = await page.locator('#rule-1 .yaml .code').allTextContents()
    assert.deepEqual(lines, aRule().text.trimEnd().split('\n'))
    assert.match((await page.locator('#rule-1 .facts').textContent()) ?? '', /by Ada Example/)
  })

  test('every value and filter has its counts, and a missing one a sign', async () => {
    await opened(aReport())
    const cells = async (name: string) =>
      (await page.locator('.values tr', { hasText: name }).locator('td.count').allTextContents()).map((cell) =>
        cell.trim(),
      )
    assert.deepEqual(await cells('DestinationPort 9100'), ['1', '1'])
    assert.deepEqual(await cells('DestinationPort 631'), ['✗ 0', '2'])
    assert.deepEqual(await cells('filter_main_spooler'), ['✗ 0', '2', '✗ 0'])
  })

  test('thresholds stand with what was reached, coverage by folder and tag below', async () => {
    const { coverage } = aRule()
    const ratio = { covered: 7, total: 8 }
    await opened(
      aReport({
        thresholds: [
          {
            measure: 'values',
            path: 'rules/windows',
            rules: [],
            wanted: 90,
            ratio,
            met: false,
            proved: false,
            lacking: [],
          },
          {
            measure: 'scenarios',
            path: null,
            rules: null,
            wanted: 100,
            ratio: { covered: 1, total: 1 },
            met: true,
            proved: false,
            lacking: [],
          },
        ],
        groups: { folders: [{ name: 'rules/windows', rules: 3, coverage }], tags: [] },
      }),
    )
    const items = (await page.locator('.thresholds li').allTextContents()).map((text) => text.trim())
    assert.deepEqual(items, [
      '✗ values of rules/windows: 87 % (7/8), 90 % wanted',
      '✓ rules with a firing and a silent scenario: 100 % (1/1), 100 % wanted',
    ])
    assert.deepEqual(await page.locator('details summary').first().allTextContents(), ['Coverage by folder'])
    assert.equal(await page.locator('details tbody tr').first().locator('td.count').textContent(), '3')
  })

  test('what can be no other way is told apart: a value that another always matches with, and one for other agents', async () => {
    const points = aRule().points.map((point) =>
      point.id.startsWith('values/filter_main_spooler/')
        ? { ...point, impossible: { world: 'source', reason: 'no such field' } as const }
        : point,
    )
    await opened(aReport({ rules: [aRule({ points })] }))
    const cells = page.locator('.values tr', { hasText: 'spoolsv' }).locator('td.impossible')
    assert.equal(await cells.count(), 2)
    assert.equal(await cells.first().getAttribute('title'), 'no such field')
  })

  test('how often a value decided stands below how often it was seen', async () => {
    const [value] = aRule().points.filter((point) => point.id.endsWith('DestinationPort/9100/matched'))
    assert.ok(value?.kind === 'value')
    const base = { ...value, kind: 'decision', measure: 'mcdc' } as const
    const decided = { ...base, id: 'mcdc/1', answer: 'true' } as const
    const never = { ...base, id: 'mcdc/2', answer: 'false', observations: [] } as const
    await opened(aReport({ rules: [aRule({ points: [...aRule().points, decided, never] })] }))
    const cells = page.locator('.values tr', { hasText: '9100' }).locator('.decided')
    assert.deepEqual(await cells.allTextContents(), ['1 decided', '✗ 0 decided'])
    const line = page.locator('.yaml tr', { hasText: '9100 # raw' })
    assert.match((await line.locator('.counts').textContent()) ?? '', /1\+!.*0−!/)
    assert.match((await line.getAttribute('title')) ?? '', /never seen: .*9100 deciding by not matching/)
  })

  test('dark follows the system, and a narrow window scrolls no page sideways', async () => {
    await opened(aReport(), 420, 'dark')
    assert.notEqual(await styleOf('body', 'backgroundColor'), 'rgb(255, 255, 255)')
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 420)
  })

  function styleOf(selector: string, property: string): Promise<unknown> {
    return page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`)
  }
})
