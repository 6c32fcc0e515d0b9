import { createReadStream, type ReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip, type Gunzip } from 'node:zlib'

/** A file is not what it should be; what was read before is sound. The message is a plain sentence without its full stop. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
}

/** So many bytes at most are handed out at once: larger texts are decoded more slowly, smaller ones cut more events. */
const chunkSize = 64 * 1024

/** So many bytes at most are read at once. */
const readSize = 256 * 1024

/**
 * The bytes of a file as a stream, unpacked if it is gzip of one member or more. All that can be unpacked comes; then, for
 * a file that is cut off, damaged, no gzip or followed by something else, an {@link UnreadableError}.
 */
export async function* unpacked(path: string, gzipped: boolean): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: readSize })
  if (!gzipped) {
    for await (const bytes of file)
      for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize)
    return
  }
  const given = { bytes: 0 }
  const gunzip = createGunzip({ chunkSize })
  try {
    yield* counted(through(file, gunzip), given)
    await refuseMore(path, gunzip.bytesWritten)
  } catch (cause) {
    if (codeOf(cause) !== 'Z_DATA_ERROR') throw inWords(cause, given.bytes)
    // zlib keeps to itself what it unpacked of the bytes that held the error. So once more, byte by byte where they begin.
    yield* afterError(path, gunzip.bytesWritten, given.bytes)
  }
}

async function* afterError(path: string, fineFrom: number, skipped: number): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize })
  let passed = 0
  try {
    for await (const bytes of through(Readable.from(inFinePieces(path, fineFrom)), gunzip)) {
      if (passed + bytes.length > skipped) yield bytes.subarray(Math.max(0, skipped - passed))
      passed += bytes.length
    }
  } catch (cause) {
    throw inWords(cause, passed)
  }
}

async function* inFinePieces(path: string, fineFrom: number): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const bytes of createReadStream(path, { highWaterMark: readSize })) {
    const fine = Math.max(0, fineFrom - read)
    read += bytes.length
    if (fine > 0) yield bytes.subarray(0, fine)
    for (let at = fine; at < bytes.length; at += 1) yield bytes.subarray(at, at + 1)
  }
}

/** After the last member only zeros may follow, with which some tools fill a block up. */
async function refuseMore(path: string, end: number): Promise<void> {
  for await (const bytes of createReadStream(path, { start: end })) {
    if (bytes.some((byte: number) => byte !== 0)) throw new UnreadableError(moreFollows)
  }
}

const moreFollows = 'after its end the gzip data is followed by something else, which is not read'

async function* counted(chunks: AsyncIterable<Uint8Array>, given: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const bytes of chunks) {
    given.bytes += bytes.length
    yield bytes
  }
}

function through(file: ReadStream | Readable, gunzip: Gunzip): AsyncIterable<Uint8Array> {
  // The error comes out of the iteration as well, where it is caught.
  return pipeline(file, gunzip, () => undefined)
}

function inWords(cause: unknown, unpackedBytes: number): unknown {
  const code = codeOf(cause)
  const message = cause instanceof Error ? cause.message : ''
  if (code === 'Z_BUF_ERROR')
    return new UnreadableError('the gzip data ends too early here: the file was cut off', { cause })
  if (code !== 'Z_DATA_ERROR') return cause
  if (message !== 'incorrect header check') return new UnreadableError('the gzip data is damaged near here', { cause })
  if (unpackedBytes > 0) return new UnreadableError(moreFollows, { cause })
  return new UnreadableError('the file is called .gz but is not packed with gzip; drop .gz from its name', { cause })
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined
}
