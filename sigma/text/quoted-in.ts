/** The texts in quotes of either kind; an apostrophe hides none. */
export function quotedIn(text: string): readonly string[] {
  return [...text.matchAll(/"([^"\n]*)"/g), ...text.matchAll(/(?<!\w)'([^'\n]*)'/g)].map(([, quoted = '']) => quoted)
}
