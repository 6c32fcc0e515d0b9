/** A Sigma text cut into what stands for one character each: an escape with what it escapes, else a code point. */
export function unitsOf(text: string): readonly string[] {
  return text.match(/\\[\\*?]|[\s\S]/gu) ?? []
}
