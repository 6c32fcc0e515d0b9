/**
 * Folds letter case code point by code point (semantics 3.2): the lower case where that is one code point, else the
 * code point itself, so that `?` stays aligned and a final sigma folds as any other. No Unicode normalisation.
 */
export function fold(text: string): string {
  if (text !== last.text) last = { text, folded: folded(text) }
  return last.folded
}

/** A rule asks of one value, field by field, how it compares with hundreds of others. */
let last: { readonly text: string; readonly folded: string } = { text: '', folded: '' }

function folded(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  let made = ''
  for (const char of text) {
    const lower = char.toLowerCase()
    made += isOneCodePoint(lower) ? lower : char
  }
  return made
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

function isOneCodePoint(text: string): boolean {
  return text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff)
}
