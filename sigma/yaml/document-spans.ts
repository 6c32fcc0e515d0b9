/** Where the documents of a YAML stream lie: the text between its `---` and `...` markers. */
export function documentBounds(text: string): readonly (readonly [start: number, end: number])[] {
  const bounds: (readonly [number, number])[] = []
  let start = 0
  for (const marker of text.matchAll(/^(?:---|\.\.\.)(?=[ \t\n]|$)/gm)) {
    bounds.push([start, marker.index])
    start = marker.index + marker[0].length
    if (text[start] === '\n') start += 1
  }
  bounds.push([start, text.length])
  return bounds
}
