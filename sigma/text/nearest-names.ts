import { distance } from 'fastest-levenshtein'
import { byCodeUnit } from './by-code-unit.ts'

/** At most three names that a mistyped one may have meant, the nearest first: by edit distance, letter case ignored. */
export function nearestNames(name: string, among: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase()
  const limit = Math.max(2, Math.floor(wanted.length / 2))
  return [...new Set(among)]
    .map((each) => ({ each, far: distanceBetween(wanted, each.toLowerCase()) }))
    .filter(({ far }) => far <= limit)
    .map((near) => ({ ...near, edits: distance(wanted, near.each.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || a.edits - b.edits || byCodeUnit(a.each, b.each))
    .slice(0, 3)
    .map(({ each }) => each)
}

/** A name that holds the wanted one, or is held by it, is near however long the rest is; two letters swapped are one edit. */
function distanceBetween(wanted: string, name: string): number {
  const holds = wanted.length > 2 && name.length > 2 && (name.includes(wanted) || wanted.includes(name))
  return holds || isSwapped(wanted, name) ? 1 : distance(wanted, name)
}

/** The same but for two letters beside each other that changed places. */
function isSwapped(wanted: string, name: string): boolean {
  if (wanted.length !== name.length) return false
  let at = 0
  while (at < wanted.length && wanted[at] === name[at]) at += 1
  return wanted.slice(0, at) + wanted.charAt(at + 1) + wanted.charAt(at) + wanted.slice(at + 2) === name
}
