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
  // Of these two alone the lower case is two code points, or depends on what stands around it.
  if (isAscii(text) || !/[\u0130\u03A3]/.test(text)) return text.toLowerCase()
  const blocks: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = endOfBlock(text, at + longestBlock)
    blocks.push(Array.from(text.slice(at, end), foldedCodePoint).join(''))
    at = end
  }
  return blocks.join('')
}

/** Code points one by one take many times the memory of their text: never those of a whole log. */
const longestBlock = 65_536

/** No pair of surrogates is taken apart. */
function endOfBlock(text: string, end: number): number {
  return (text.codePointAt(end - 1) ?? 0) > 0xffff ? end + 1 : end
}

function foldedCodePoint(char: string): string {
  const lower = char.toLowerCase()
  return isOneCodePoint(lower) ? lower : char
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

function isOneCodePoint(text: string): boolean {
  return text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff)
}
