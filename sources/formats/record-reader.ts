import type { Json } from '../../sigma/index.ts'

/** What a file holds, in its order. */
export type FileRecord =
  | { readonly kind: 'record'; readonly json: Json }
  /** Something that cannot be read. Lines and columns count from 1. */
  | {
      readonly kind: 'fault'
      readonly line: number
      readonly column: number
      /** One plain sentence without its full stop, what was lost included. Not made visible. */
      readonly message: string
      /** Whether it stands in the place of a record. */
      readonly isRecord: boolean
    }

/** Reads the bytes of a file, unpacked, as a stream. Throws nothing for what they hold. */
export type RecordReader = (bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<FileRecord>
