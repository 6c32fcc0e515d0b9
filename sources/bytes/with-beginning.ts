/** The same bytes, the first chunk of at least so many of them, if there are; whatever came before an error comes first. */
export async function* withBeginning(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] | null = []
  let length = 0
  let failure: { readonly cause: unknown } | null = null
  try {
    for await (const bytes of chunks) {
      if (held === null) yield bytes
      else {
        held.push(bytes)
        length += bytes.length
        if (length < size) continue
        yield Buffer.concat(held)
        held = null
      }
    }
  } catch (cause) {
    failure = { cause }
  }
  if (held !== null && length > 0) yield Buffer.concat(held)
  if (failure !== null) throw failure.cause
}
