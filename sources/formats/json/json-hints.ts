/** What people and programs write where JSON has something else, and what to do about it. */
const words: readonly (readonly [RegExp, string])[] = [
  [/^[+-]?(?:NaN|Inf(?:inity)?)$/i, '; it has no such number: write null, or the word in double quotes'],
  [/^(?:True|False|None)$/, "; this is Python's spelling: write true, false or null"],
  [/^undefined$/, '; write null'],
  [/^(?:true|false|null)$/i, '; write it in lower case'],
  [/^['‘’`]/, '; texts stand in double quotes'],
  [/^[“”„«»]/, '; texts stand in straight double quotes'],
  [/\0/, '; there are NUL bytes in it, as in a damaged file or in UTF-16'],
  [/\uFEFF/, '; there is a byte order mark in it: remove it'],
  [/^\/[/*]/, '; it has no comments'],
  [/^[+-]?\.?\d/, '; write a plain decimal number, or put double quotes around it'],
  [/^\p{L}/u, '; a text stands in double quotes'],
]

const characters: readonly (readonly [RegExp, string])[] = [
  [/\0/, ': a NUL byte, as in a file that was cut off by a crash, damaged, or UTF-16'],
  [/\uFEFF/, ': a byte order mark belongs at the start of a file only; remove it'],
  [/\uFFFD/, ': the file is not UTF-8 here'],
  [/['‘’`]/, '; names and texts stand in double quotes'],
  [/[“”„«»]/, '; names and texts stand in straight double quotes'],
  [/[/#]/, '; JSON has no comments'],
  [/</, '; this may be XML, which is not read yet'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is told of.
  [/[\u0001-\u001F]/, '; write it as \\u00.. or \\t'],
]

/** What to do about a word that is no value in JSON, to be put behind what is said of it; empty where nothing is known. */
export function hintForWord(word: string): string {
  return words.find(([pattern]) => pattern.test(word))?.[1] ?? ''
}

/** The same for a character that cannot stand where it does. */
export function hintForCharacter(character: string): string {
  return characters.find(([pattern]) => pattern.test(character))?.[1] ?? ''
}
