import { Buffer } from 'node:buffer'
import type { Pattern } from '../rule/predicate.ts'
import { joinParts } from './pattern.ts'

/** A value on its way through the modifiers: as long as `bytes` is false, its text is characters, not bytes. */
export interface EncodedPattern {
  readonly pattern: Pattern
  /** Each character of the text stands for one byte. */
  readonly bytes: boolean
}

export type Charset = 'utf16le' | 'utf16be' | 'utf16'

export type Encoding = 'base64' | 'base64offset'

/** Turns the text of a pattern into its UTF-16 bytes; wildcards stay (semantics 4.8). */
export function toUtf16({ pattern }: EncodedPattern, charset: Charset): EncodedPattern {
  const parts = pattern.map((part) => (part.kind === 'text' ? { ...part, text: utf16Bytes(part.text, charset) } : part))
  const marked: Pattern = charset === 'utf16' ? [{ kind: 'text', text: '\u00ff\u00fe' }, ...parts] : parts
  return { pattern: joinParts(marked), bytes: true }
}

/** What each encoding makes of a value; null of one with a wildcard. */
export const encodings: Readonly<Record<Encoding, (value: EncodedPattern) => readonly EncodedPattern[] | null>> = {
  base64: (value) => {
    const bytes = bytesOf(value)
    return bytes === null ? null : [asText(bytes.toString('base64'))]
  },
  base64offset: toBase64Offsets,
}

/**
 * The three encodings of a value without wildcards inside a longer text, one for each shift, cut to the characters that
 * the value alone decides; empty ones are left out. Null when the value has a wildcard.
 */
function toBase64Offsets(value: EncodedPattern): readonly EncodedPattern[] | null {
  const bytes = bytesOf(value)
  if (bytes === null) return null
  return [0, 1, 2]
    .map((shift) => {
      const shifted = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
      return shifted.slice(Math.ceil((4 * shift) / 3), Math.floor((4 * (shift + bytes.length)) / 3))
    })
    .filter((fragment) => fragment !== '')
    .map(asText)
}

function asText(text: string): EncodedPattern {
  return { pattern: joinParts([{ kind: 'text', text }]), bytes: true }
}

function bytesOf({ pattern, bytes }: EncodedPattern): Buffer | null {
  let text = ''
  for (const part of pattern) {
    if (part.kind !== 'text') return null
    text += part.text
  }
  return Buffer.from(text, bytes ? 'latin1' : 'utf8')
}

function utf16Bytes(text: string, charset: Charset): string {
  const bytes = Buffer.from(text, 'utf16le')
  return (charset === 'utf16be' ? bytes.swap16() : bytes).toString('latin1')
}
