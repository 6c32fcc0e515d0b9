import type { YamlScalar } from './node.ts'

/** What the schema of YAML 1.1 makes of a plain scalar where the core schema of 1.2 makes something else of it. */
export type Reading11 = boolean | number

const yes = /^(?:yes|Yes|YES|on|On|ON)$/
const no = /^(?:no|No|NO|off|Off|OFF)$/
const binary = /^[-+]?0b[01_]+$/
const octal = /^[-+]?0[0-7_]+$/
const hexadecimal = /^[-+]?0x[0-9a-fA-F_]+$/
const decimal = /^[-+]?[1-9][0-9_]*$/
const sexagesimal = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$|^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/
const fraction = /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/

/**
 * What tools that read YAML 1.1 (PyYAML and so pySigma) make of an unquoted `yes`, `1_000`, `0b11`, `12:30:45` or `017`;
 * null where they read the same. Texts that only 1.2 takes for numbers (`0o17`, `1e3`, `089`) are left alone: they match
 * their own spelling here too.
 */
export function readingOf11({ text, value, isPlain }: YamlScalar): Reading11 | null {
  if (!isPlain || value === null) return null
  if (yes.test(text)) return true
  if (no.test(text)) return false
  const number = numberIn11(text)
  return number === null || number === value ? null : number
}

function numberIn11(text: string): number | null {
  const sign = text.startsWith('-') ? -1 : 1
  const digits = text.replace(/^[-+]/, '').replaceAll('_', '')
  if (binary.test(text)) return sign * parsed(digits.slice(2), 2)
  if (octal.test(text)) return sign * parsed(digits, 8)
  if (hexadecimal.test(text)) return sign * parsed(digits.slice(2), 16)
  if (decimal.test(text) || fraction.test(text)) return sign * Number(digits)
  if (sexagesimal.test(text)) return sign * digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return null
}

/** Underscores alone are no digits. */
function parsed(digits: string, base: number): number {
  return digits === '' ? 0 : Number.parseInt(digits, base)
}
