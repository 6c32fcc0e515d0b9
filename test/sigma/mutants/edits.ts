/** A mistake that somebody could make in the evaluator: one place in one of its files, and what would stand there. */
export interface Edit {
  /** What of the language it breaks. */
  readonly breaks: string
  /** Below `sigma/`. */
  readonly file: string
  /** Stands there exactly once. */
  readonly find: string
  readonly replace: string
}

function edits(file: string, ...list: readonly (readonly [breaks: string, find: string, replace: string])[]): Edit[] {
  return list.map(([breaks, find, replace]) => ({ breaks, file, find, replace }))
}

/** Mistakes in every operator and in what they stand on; the conformance cases have to notice each. */
export const evaluatorEdits: readonly Edit[] = [
  ...edits(
    'operators/text-transforms.ts',
    ['equals: becomes a search', 'equals: (pattern) => pattern,', 'equals: (pattern) => openStart(openEnd(pattern)),'],
    ['contains: anchored at the end', 'contains: (pattern) => openStart(openEnd(pattern)),', 'contains: openStart,'],
    ['contains: anchored at the start', 'contains: (pattern) => openStart(openEnd(pattern)),', 'contains: openEnd,'],
    ['startswith: becomes endswith', 'startswith: openEnd,', 'startswith: openStart,'],
    ['endswith: becomes startswith', 'endswith: openStart,', 'endswith: openEnd,'],
    ['windash: dropped', 'mapped(values, varyDashes)', 'values'],
  ),
  ...edits('compile/field-key.ts', [
    'keywords: compared for equality',
    "key.field === null ? 'contains' : 'equals'",
    "'equals'",
  ]),
  ...edits(
    'values/text-test.ts',
    ['wildcards: a text of its own is enough', '(text) => text === start', '(text) => text.includes(start)'],
    ['startswith: becomes contains', '(text) => text.startsWith(start)', '(text) => text.includes(start)'],
    ['endswith: becomes contains', '(text) => text.endsWith(end)', '(text) => text.includes(end)'],
    ['contains: becomes startswith', '(text) => text.includes(middle)', '(text) => text.startsWith(middle)'],
    ['contains: the wanted text is not folded', "part.kind === 'text' && !cased ?", "part.kind === 'text' && false ?"],
    ['wildcards: ? takes a UTF-16 unit', 'end += char > 0xffff ? 2 : 1', 'end += 1'],
    ['equals: a start is enough', 'return at === text.length', 'return at >= 0'],
    ['windash: a dash is any character', "part.kind === 'one-of' && !part", "part.kind === 'one-of' && false && !part"],
  ),
  ...edits(
    'values/pattern.ts',
    ['wildcards: ? is a run', "special === '*' ? anyRun : anyOne", 'anyRun'],
    ['wildcards: a backslash escapes nothing', 'matchAll(/\\\\[\\\\*?]|[*?]/g)', 'matchAll(/[*?]/g)'],
  ),
  ...edits('values/fold.ts', [
    'cased: only ASCII is folded',
    'return isOneCodePoint(lower) ? lower : char',
    'return char',
  ]),
  ...edits(
    'values/windash.ts',
    ['windash: no slash', "const dashes = '-/", "const dashes = '-"],
    ['windash: inside a word too', "!wordCharacter.test(chars[index - 1] ?? '') &&", ''],
    ['windash: before a blank too', "wordCharacter.test(chars[index + 1] ?? '')", 'true'],
  ),
  ...edits(
    'values/encodings.ts',
    [
      'base64offset: becomes base64',
      'base64offset: toBase64Offsets',
      'base64offset: (value) => encodings.base64(value)',
    ],
    ['base64offset: one shift', 'return [0, 1, 2]', 'return [0]'],
    ['base64offset: a character that is not decided', 'Math.ceil((4 * shift) / 3)', 'Math.floor((4 * shift) / 3)'],
    ['base64offset: counts characters, not bytes', 'shift + bytes.length', 'shift + bytes.toString().length'],
    ['utf16be: little-endian', "charset === 'utf16be' ? bytes.swap16() : bytes", 'bytes'],
    ['utf16: no byte order mark', "charset === 'utf16' ? [", "charset === 'utf16le' ? ["],
  ),
  ...edits(
    'operators/text.ts',
    ['cased: always', 'cased ? ({ text: own }: AskedValue) => own : foldedText', '({ text: own }: AskedValue) => own'],
    ['cased: dropped', "rolesOf(key, 'cased').length > 0", "rolesOf(key, 'cased').length > 1"],
    ['wildcards: a lone * does not match objects', 'matchesAnything && isObject(value.json)', 'false'],
  ),
  ...edits(
    'operators/number.ts',
    ['number: an equal number is not enough', 'actual !== null && isSame(actual, wanted)', 'false'],
    [
      'number: the spelling is not enough',
      'isSpelled(test.spelling, json)) return true',
      'isSpelled(test.spelling, json)) {}',
    ],
    [
      'number: the letter case of the spelling counts',
      ' || (isHexadecimal(spelling) && fold(text) === fold(spelling))',
      '',
    ],
    ['number: no letter case of any spelling counts', '(isHexadecimal(spelling) && fold(text)', '(fold(text)'],
    ['number: rounded beyond 2^53', 'const wanted = exactOf(test)', 'const wanted = test.value'],
    ['keywords: the letter case of a number counts', '[fold(spelling), fold(cased)]', '[spelling, cased]'],
    ['keywords: a number inside another', 'if (!/[A-Za-z0-9_.]/.test(around)) return true', 'return true'],
  ),
  ...edits(
    'operators/boolean.ts',
    ['boolean: not as text', "typeof value.json === 'string' ? foldedText(value) === spelling : ", ''],
    ['boolean: letter case counts', 'foldedText(value) === spelling', 'value.json === spelling'],
  ),
  ...edits(
    'operators/null.ts',
    ['null: not where the field is absent', 'field.actual === undefined || ', ''],
    ['null: an empty text too', 'json === null)', "json === null || json === '')"],
  ),
  ...edits('operators/re.ts', ['re: never found', 'text !== null && regexes', 'text === null && regexes']),
  ...edits(
    'operators/exists.ts',
    [
      'exists: null does not exist',
      'test.value === (field.actual !== undefined)',
      'test.value === (field.actual !== undefined && field.actual !== null)',
    ],
    ['exists: always', 'test.value === (field.actual !== undefined)', 'field.actual !== undefined'],
  ),
  ...edits(
    'operators/fieldref.ts',
    [
      'fieldref: null equals null',
      'if (actual === null || wanted === null) return false',
      'if (actual === null || wanted === null) return one.json === other.json',
    ],
    ['fieldref: texts of numbers', 'if (number !== null && same !== null && isSame(number, same)) return true', ''],
    ['fieldref: cased always', '[foldedText(one), foldedText(other)]', '[one.text, other.text]'],
    ['fieldref: not cased', 'cased ? [one.text, other.text] :', ''],
    [
      'fieldref|contains: becomes startswith',
      'contains: (actual, wanted) => actual.includes(wanted)',
      'contains: (actual, wanted) => actual.startsWith(wanted)',
    ],
    [
      'fieldref|startswith: becomes contains',
      'startswith: (actual, wanted) => actual.startsWith(wanted)',
      'startswith: (actual, wanted) => actual.includes(wanted)',
    ],
    [
      'fieldref|endswith: becomes contains',
      'endswith: (actual, wanted) => actual.endsWith(wanted)',
      'endswith: (actual, wanted) => actual.includes(wanted)',
    ],
  ),
  ...edits(
    'operators/comparisons.ts',
    ['lt: becomes lte', 'lt: (actual, wanted) => actual < wanted', 'lt: (actual, wanted) => actual <= wanted'],
    ['lte: becomes lt', 'lte: (actual, wanted) => actual <= wanted', 'lte: (actual, wanted) => actual < wanted'],
    ['gt: becomes gte', 'gt: (actual, wanted) => actual > wanted', 'gt: (actual, wanted) => actual >= wanted'],
    ['gte: becomes gt', 'gte: (actual, wanted) => actual >= wanted', 'gte: (actual, wanted) => actual > wanted'],
    ['time parts: equality becomes a bound', 'eq: isSame', 'eq: (actual, wanted) => actual >= wanted'],
  ),
  ...edits(
    'operators/compare.ts',
    ['comparisons: rounded beyond 2^53', 'exactOf(test)]', 'test.value]'],
    [
      'comparisons: text is no number',
      'const number = numberOf(json)',
      "const number = typeof json === 'string' ? null : numberOf(json)",
    ],
  ),
  ...edits('operators/definition.ts', [
    'lists: every member has to match',
    'for (const value of values) if (accepts(value)) return true\n    return false',
    'return values.length > 0 && values.every(accepts)',
  ]),
  ...edits(
    'logic/fold.ts',
    ['all: becomes any', 'algebra[node.quantifier](', 'algebra.any('],
    ['neq: dropped', 'node.negated ? algebra.not(answer, node) : answer', 'answer'],
  ),
  ...edits(
    'logic/evaluate.ts',
    [
      'and: becomes or',
      'branch(node, children.every(isMatched), children)',
      'branch(node, children.some(isMatched), children)',
    ],
    [
      'or: becomes and',
      'branch(node, children.some(isMatched), children)',
      'branch(node, children.every(isMatched), children)',
    ],
    ['not: dropped', 'branch(node, !child.matched, [child])', 'branch(node, child.matched, [child])'],
  ),
  ...edits(
    'logic/question.ts',
    ['or: cut short too early', 'if (question(world)) return true', 'return question(world)'],
    ['and: cut short too early', 'if (!question(world)) return false', 'return question(world)'],
    ['not: dropped', '=> !question(world)', '=> question(world)'],
  ),
  ...edits('logic/leaf-matches.ts', [
    'keywords: found in one value only',
    'askedScalars(event).some(',
    'askedScalars(event).every(',
  ]),
  ...edits(
    'events/event.ts',
    ['fields: spaces in an event', 'if (spaced !== undefined) return fields[spaced]', ''],
    [
      'fields: spaces below others',
      'Object.hasOwn(value, key) ? key : spacedNames(value).get(key)',
      'Object.hasOwn(value, key) ? key : undefined',
    ],
    ['fields: no dotted paths', 'if (path.length === 0) return undefined', 'return undefined'],
    [
      'fields: a dotted key is not seen',
      'if (Object.hasOwn(fields, name)) return fields[name]',
      "if (!name.includes('.') && Object.hasOwn(fields, name)) return fields[name]",
    ],
    [
      'keywords: not in nested values',
      'for (const value of Object.values(next).toReversed()) open.push(value)',
      'if (next === fields) for (const value of Object.values(next).toReversed()) open.push(value)',
    ],
  ),
  ...edits(
    'values/text-of.ts',
    ['number: any text that Number reads', '!numberShape.test(value)', "value === ''"],
    ['equals: a boolean has no text', "return value ? 'true' : 'false'", 'return null'],
  ),
  ...edits(
    'values/network.ts',
    ['cidr: one bit too few', 'prefix - index * 8))', 'prefix - 1 - index * 8))'],
    ['cidr: families mix', 'address.family === family &&', ''],
  ),
  ...edits(
    'values/regex.ts',
    ['re|i: dropped', 'ignoreCase: flags.ignoreCase ||', 'ignoreCase:'],
    ['re|m: dropped', 'multiline: flags.multiline ||', 'multiline:'],
    ['re|s: dropped', 'dotAll: flags.dotAll ||', 'dotAll:'],
    ['re: an inline flag is dropped', "|| inline.includes('i')", ''],
    ['re: anchored', 'return withoutFeed.test(text)', 'return withoutFeed.matches(text)'],
  ),
  ...edits('values/scan-regex.ts', ['re: $ before a last line feed', "'(?:\\\\n?\\\\z)'", "'\\\\z'"]),
  ...edits(
    'values/time-part.ts',
    [
      'minute: is the hour',
      'minute: (time) => time.clock?.minute ?? null',
      'minute: (time) => time.clock?.hour ?? null',
    ],
    ['hour: zero of a date alone', 'hour: (time) => time.clock?.hour ?? null', 'hour: (time) => time.clock?.hour ?? 0'],
    ['day: one too few', 'day: (time) => time.day', 'day: (time) => time.day - 1'],
    ['month: counts from 0', 'month: (time) => time.month,', 'month: (time) => time.month - 1,'],
    [
      'week: of the day, not of its Thursday',
      'thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7)',
      'thursday.getUTCDate()',
    ],
    ['year: a number is in milliseconds', 'Math.abs(value) > 1e11 ? value : value * 1000', 'value'],
    ['time parts: a day that no month has', 'if (!isDay(year, month, day) || hour > 23', 'if (hour > 23'],
  ),
]
