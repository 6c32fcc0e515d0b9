import { patterns } from '../patterns.ts'
import { parameters } from './parameters.ts'
import type { StepPattern } from './step-pattern.ts'

const headings: Readonly<Record<StepPattern['keyword'], string>> = {
  Given: 'Given: rules and events',
  When: 'When: what changes',
  Then: 'Then: what holds',
}

/** The reference of the vocabulary as Markdown: every step with its meaning and an example, then every parameter. */
export function stepReference(): string {
  const used = Object.entries(parameters).filter(([name]) =>
    patterns.some(({ pattern }) => pattern.includes(`{${name}}`)),
  )
  return [
    '# Steps',
    '',
    'Every step of ours. What stands in braces is a parameter, explained at the end; what stands in parentheses may be left',
    'out. A step that ends in a colon takes a table or a doc string below it.',
    ...Object.entries(headings).flatMap(([keyword, heading]) => [
      '',
      `## ${heading}`,
      '',
      '| step | meaning | takes | example |',
      '|---|---|---|---|',
      ...patterns
        .filter((each) => each.keyword === keyword)
        .map(({ pattern, meaning, takes, example }) =>
          row([code(pattern), meaning, takes === 'nothing' ? '' : takes, code(example)]),
        ),
    ]),
    '',
    '## Parameters',
    '',
    '| parameter | what is written |',
    '|---|---|',
    ...used.map(([name, { meaning }]) => row([code(`{${name}}`), meaning])),
    '',
  ].join('\n')
}

function code(text: string): string {
  return `\`${text}\``
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
