/** A text that comes in pieces, however small they are. */
export interface GatheredText {
  readonly add: (piece: string) => void
  /** The whole text; afterwards there is none. */
  readonly take: () => string
}

/** So many pieces become one, because each takes memory of its own. */
const mostPieces = 4096

export function gatheredText(): GatheredText {
  let blocks: string[] = []
  let pieces: string[] = []

  return {
    add: (piece) => {
      pieces.push(piece)
      if (pieces.length < mostPieces) return
      blocks.push(pieces.join(''))
      pieces = []
    },
    take: () => {
      const text = blocks.length === 0 && pieces.length === 1 ? (pieces[0] ?? '') : [...blocks, ...pieces].join('')
      blocks = []
      pieces = []
      return text
    },
  }
}
