import { byCodeUnit } from '../../sigma/index.ts'

/** Orders places by path and then by line. */
export function byPathAndLine(
  a: { readonly path: string; readonly line: number },
  b: { readonly path: string; readonly line: number },
): number {
  return byCodeUnit(a.path, b.path) || a.line - b.line
}
