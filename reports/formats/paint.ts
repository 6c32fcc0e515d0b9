import { styleText } from 'node:util'

export type Colour = 'bold' | 'dim' | 'green' | 'yellow' | 'red'

/** Gives a text a colour, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string

/** Paints only when told to: where the text goes is the caller's to know. */
export function painter(colour: boolean): Paint {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text)
}
