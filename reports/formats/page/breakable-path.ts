import { html, type Markup, raw } from './markup.ts'

/** A path that may be broken into lines after its slashes and underscores, and nowhere else. */
export function breakablePath(path: string): readonly Markup[] {
  return path.split(/(?<=[/_])/).map((piece, index) => html`${index === 0 ? '' : raw('<wbr>')}${piece}`)
}
