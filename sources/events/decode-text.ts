import { TextDecoder } from 'node:util'

/** A stretch of decoded text. `isBroken` for the first one with bytes that are not of the encoding. */
export interface DecodedText {
  readonly text: string
  readonly isBroken: boolean
}

const replacement = '\uFFFD'

/** How UTF-8 writes U+FFFD itself. */
const replacementBytes = [0xef, 0xbf, 0xbd]

/** Decodes UTF-8, or UTF-16 where a byte order mark says so; the mark is dropped. Broken bytes become U+FFFD. */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<DecodedText> {
  let decoder: TextDecoder | null = null
  let wasBroken = false
  for await (const bytes of chunks) {
    decoder ??= new TextDecoder(encodingOf(bytes))
    const text = decoder.decode(bytes, { stream: true })
    const isBroken: boolean = !wasBroken && text.includes(replacement) && !holdsReplacement(bytes)
    wasBroken ||= isBroken
    yield { text, isBroken }
  }
  const rest = decoder?.decode() ?? ''
  if (rest !== '') yield { text: rest, isBroken: !wasBroken }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function holdsReplacement(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (replacementBytes.every((byte, index) => bytes[at + index] === byte)) return true
  }
  return false
}
