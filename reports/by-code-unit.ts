/** Orders texts by code unit, the same on every machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Orders places by path and then by line. */
export function byPathAndLine(
  a: { readonly path: string; readonly line: number },
  b: { readonly path: string; readonly line: number },
): number {
  return byCodeUnit(a.path, b.path) || a.line - b.line
}
