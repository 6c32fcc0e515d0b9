import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decodeText } from '../../../sources/bytes/decode-text.ts'
import { withBeginning } from '../../../sources/bytes/with-beginning.ts'
import { fc } from '../../fast-check.ts'

interface Decoded {
  readonly text: string
  readonly brokenAt: number | null
}

/** Of all chunks together. */
async function decoded(bytes: Buffer, sizes: Iterator<number, undefined>): Promise<Decoded> {
  let text = ''
  let brokenAt: number | null = null
  for await (const found of decodeText(withBeginning(cut(bytes, sizes), 4))) {
    if (found.brokenAt !== null) {
      assert.equal(brokenAt, null, 'told once')
      brokenAt = text.length + found.brokenAt
    }
    text += found.text
  }
  return { text, brokenAt }
}

async function* cut(bytes: Buffer, sizes: Iterator<number, undefined>): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const size = sizes.next().value ?? bytes.length
    yield bytes.subarray(at, at + size)
    at += size
  }
}

function swapped(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

const mark = '\uFEFF'
const cases: readonly (readonly [string, Buffer, Decoded])[] = [
  ['UTF-8', Buffer.from('aé€😀'), { text: 'aé€😀', brokenAt: null }],
  ['a byte order mark', Buffer.from(`${mark}a${mark}`), { text: `a${mark}`, brokenAt: null }],
  ['UTF-16', Buffer.from(`${mark}aé😀`, 'utf16le'), { text: 'aé😀', brokenAt: null }],
  ['UTF-16, the other way round', swapped(`${mark}aé😀`), { text: 'aé😀', brokenAt: null }],
  ['Latin-1', Buffer.from('abc é ü', 'latin1'), { text: 'abc \uFFFD \uFFFD', brokenAt: 4 }],
  ['Latin-1 after a mark', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xe9]), { text: 'a\uFFFD', brokenAt: 1 }],
  ['U+FFFD itself', Buffer.from('a\uFFFDb'), { text: 'a\uFFFDb', brokenAt: null }],
  [
    'both',
    Buffer.concat([Buffer.from('é\uFFFDb'), Buffer.from([0xe9, 0x41])]),
    { text: 'é\uFFFDb\uFFFDA', brokenAt: 3 },
  ],
  ['UTF-8 that is cut off', Buffer.from('a€').subarray(0, 3), { text: 'a\uFFFD', brokenAt: 1 }],
  ['UTF-16 that is cut off', Buffer.from(`${mark}ab`, 'utf16le').subarray(0, 5), { text: 'a\uFFFD', brokenAt: 1 }],
  ['half a pair in UTF-16', Buffer.from(`${mark}a\uD83Db`, 'utf16le'), { text: 'a\uFFFDb', brokenAt: 1 }],
]

describe('bytes as text', () => {
  for (const [name, bytes, wanted] of cases) {
    test(`${name}, however the bytes are cut into chunks`, async () => {
      for (const size of [1, 2, 3, bytes.length]) {
        assert.deepEqual(await decoded(bytes, new Array(99).fill(size).values()), wanted)
      }
    })
  }

  test('are what the platform makes of all of them at once', async () => {
    const bytes = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text.toWellFormed())),
      fc
        .array(fc.constantFrom(0x41, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xff, 0x0a))
        .map((each) => Buffer.from(each)),
    )
    await fc.assert(
      fc.asyncProperty(bytes, fc.array(fc.integer({ min: 1, max: 5 })), async (given, sizes) => {
        const prefixed = Buffer.concat([Buffer.from('    '), given])
        const wanted = new TextDecoder('utf-8', { ignoreBOM: true }).decode(prefixed)
        const { text, brokenAt } = await decoded(prefixed, sizes.values())
        assert.equal(text, wanted)
        const isSound = Buffer.from(wanted).equals(prefixed)
        assert.equal(brokenAt === null, isSound)
        if (brokenAt !== null) assert.equal(text[brokenAt], '\uFFFD')
      }),
    )
  })
})
