import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'

/** A stretch of decoded text. */
export interface DecodedText {
  readonly text: string
  /** Where in it the first bytes of all that are not of the encoding stand; null elsewhere. */
  readonly brokenAt: number | null
}

const replacement = '\uFFFD'

/** A piece of text made of all bytes but the last few, which may begin a character that the next bytes end. */
interface DecodedPiece {
  readonly text: string
  readonly rest: Buffer
  readonly brokenAt: number | null
}

/**
 * Decodes UTF-8, or UTF-16 where a byte order mark says so; the mark is dropped. Broken bytes become U+FFFD. The first
 * chunk holds the mark whole.
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<DecodedText> {
  let decode: ((bytes: Buffer, isLast: boolean) => DecodedPiece) | null = null
  let rest: Buffer = Buffer.alloc(0)
  let wasBroken = false

  function decoded(bytes: Buffer, isLast: boolean): DecodedText {
    const isFirst = decode === null
    decode ??= decoderOf(bytes)
    const piece = decode(rest.length === 0 ? bytes : Buffer.concat([rest, bytes]), isLast)
    rest = piece.rest
    const brokenAt = wasBroken ? null : piece.brokenAt
    wasBroken ||= brokenAt !== null
    const hasMark = isFirst && piece.text.startsWith('\uFEFF')
    return hasMark ? { text: piece.text.slice(1), brokenAt: brokenAt && brokenAt - 1 } : { text: piece.text, brokenAt }
  }

  for await (const bytes of chunks) yield decoded(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), false)
  if (rest.length > 0) yield decoded(Buffer.alloc(0), true)
}

function decoderOf(bytes: Buffer): (bytes: Buffer, isLast: boolean) => DecodedPiece {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return fromUtf16
  return bytes[0] === 0xfe && bytes[1] === 0xff ? fromUtf16BigEndian : utf8Decoder()
}

function utf8Decoder(): (bytes: Buffer, isLast: boolean) => DecodedPiece {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return (bytes, isLast) => {
    const end = isLast ? bytes.length : endOfCharacters(bytes)
    const whole = bytes.subarray(0, end)
    // Decoding as of a stream is several times as fast in Node.
    const text = decoder.decode(whole, { stream: !isLast })
    return { text, rest: Buffer.from(bytes.subarray(end)), brokenAt: isUtf8(whole) ? null : firstBroken(whole, text) }
  }
}

/** The end of the last character that is not cut off by the end of the bytes. */
function endOfCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** The first U+FFFD that is not in the bytes themselves. */
function firstBroken(bytes: Buffer, text: string): number | null {
  let [from, offset] = [0, 0]
  for (let at = text.indexOf(replacement); at >= 0; at = text.indexOf(replacement, from)) {
    offset += Buffer.byteLength(text.slice(from, at))
    if (!bytes.subarray(offset, offset + 3).equals(replacementBytes)) return at
    offset += 3
    from = at + 1
  }
  return null
}

const replacementBytes = Buffer.from(replacement)

function fromUtf16(bytes: Buffer, isLast: boolean): DecodedPiece {
  const even = bytes.length - (bytes.length % 2)
  const last = even === 0 ? 0 : bytes.readUInt16LE(even - 2)
  const isHalf = last >= 0xd800 && last <= 0xdbff
  const end = isLast || !isHalf ? even : even - 2
  const text = bytes.toString('utf16le', 0, end) + (isLast && bytes.length > even ? '\uD800' : '')
  const rest = isLast ? Buffer.alloc(0) : Buffer.from(bytes.subarray(end))
  if (text.isWellFormed()) return { text, rest, brokenAt: null }
  const sound = text.toWellFormed()
  return { text: sound, rest, brokenAt: firstDifference(text, sound) }
}

function firstDifference(one: string, other: string): number {
  let at = 0
  while (one[at] === other[at]) at += 1
  return at
}

function fromUtf16BigEndian(bytes: Buffer, isLast: boolean): DecodedPiece {
  const even = bytes.length - (bytes.length % 2)
  const swapped = Buffer.concat([Buffer.from(bytes.subarray(0, even)).swap16(), bytes.subarray(even)])
  const { text, rest, brokenAt } = fromUtf16(swapped, isLast)
  const odd = rest.length % 2
  const kept = Buffer.concat([
    Buffer.from(rest.subarray(0, rest.length - odd)).swap16(),
    rest.subarray(rest.length - odd),
  ])
  return { text, rest: kept, brokenAt }
}
