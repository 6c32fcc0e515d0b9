/** A name as a part of a point's id, in which `/` parts the parts. */
export function idPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
