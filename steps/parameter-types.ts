import { defineParameterType } from '@cucumber/cucumber'
import { durationIn } from './values/duration.ts'
import { type StatedValue, statedValue, unquoted } from './values/stated-value.ts'

// The editor's language service reads literal names and regular expressions only. `useForSnippets: false` everywhere:
// else an undefined step would be suggested back as `{field} {field} {field}`.

defineParameterType({
  name: 'rule',
  regexp: /"[^"]*"|'[^']*'/,
  useForSnippets: false,
  transformer: (text: string): string => unquoted(text),
})

defineParameterType({
  name: 'the rule',
  regexp: /the rule(?: ("[^"]*"|'[^']*'))?/,
  useForSnippets: false,
  transformer: (name: string | undefined): string | null =>
    name === undefined || name === null ? null : unquoted(name),
})

defineParameterType({
  name: 'field',
  regexp: /[^\s"':,]+|"[^"]*"|'[^']*'/,
  useForSnippets: false,
  transformer: (text: string): string => unquoted(text),
})

defineParameterType({
  name: 'part',
  regexp: /[^\s"':,]+|"[^"]*"|'[^']*'/,
  useForSnippets: false,
  transformer: (text: string): string => unquoted(text),
})

defineParameterType({
  name: 'filter',
  regexp: /[^\s"':,]+|"[^"]*"|'[^']*'/,
  useForSnippets: false,
  transformer: (text: string): string => unquoted(text),
})

defineParameterType({
  name: 'value',
  regexp: /"[^"]*"|'[^']*'|-?\d+(?:\.\d+)?|true|false/,
  useForSnippets: false,
  transformer: (text: string): StatedValue => statedValue(text),
})

defineParameterType({
  name: 'file',
  regexp: /"[^"]*"|'[^']*'/,
  useForSnippets: false,
  transformer: (text: string): string => unquoted(text),
})

defineParameterType({
  name: 'cidr',
  regexp: /[0-9A-Fa-f:.]+\/\d+/,
  useForSnippets: false,
})

// Wider than the three accounts there are, so that a mistyped one is answered with the nearest name.
defineParameterType({
  name: 'account',
  regexp: /[A-Z]+(?: [A-Z]+)*/,
  useForSnippets: false,
})

// A capital first, or a tag: so never "every Windows language", which is a pattern of its own.
defineParameterType({
  name: 'language',
  regexp: /[A-Z][a-z]+(?: \([A-Z][A-Za-z]+\))?|[a-z]{2}(?:-[A-Z]{2})?/,
  useForSnippets: false,
})

// Wider than the catalogue's names, so that a mistyped one is answered with the nearest name.
defineParameterType({
  name: 'sysmon event',
  regexp: /[A-Za-z][A-Za-z0-9-]*(?: [A-Za-z0-9-]+)*/,
  useForSnippets: false,
})

defineParameterType({
  name: 'absence',
  regexp: /absent|null|empty/,
  useForSnippets: false,
})

defineParameterType({
  name: 'letter case',
  regexp: /upper case|lower case/,
  useForSnippets: false,
})

defineParameterType({
  name: 'duration',
  regexp: /\d+ (?:second|minute|hour|day)s?/,
  useForSnippets: false,
  transformer: (text: string): number => durationIn(text),
})

defineParameterType({
  name: 'some events',
  regexp: /an event|(\d+) events?/,
  useForSnippets: false,
  transformer: (count: string | undefined): number => (count === undefined || count === null ? 1 : Number(count)),
})
