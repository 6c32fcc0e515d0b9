import { boolCoreTag, floatCoreTag, intCoreTag, NOT_RESOLVED, nullCoreTag } from 'js-yaml'

const implicitTags = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag] as const

/** How null, booleans and numbers begin, and texts that only look like them. */
const mayResolve = /^(?:[-+.~\d]|[nN]ull$|NULL$|[tT]rue$|TRUE$|[fF]alse$|FALSE$|$)/

const tagPrefix = 'tag:yaml.org,2002:'

/** The core schema's value of a plain scalar without a tag. */
export function plainValue(text: string): string | number | boolean | null {
  if (!mayResolve.test(text)) return text
  for (const tag of implicitTags) {
    const value = tag.resolve(text, false, tag.tagName)
    if (value !== NOT_RESOLVED) return value
  }
  return text
}

/**
 * The value of a scalar with an explicit tag such as `!!str`; undefined for a tag outside the core schema or a text that
 * the tag does not take.
 */
export function taggedValue(tag: string, text: string): string | number | boolean | null | undefined {
  const name = tagNameOf(tag)
  if (name === '!' || name === `${tagPrefix}str`) return text
  const known = implicitTags.find((each) => each.tagName === name)
  const value = known?.resolve(text, true, known.tagName)
  return value === NOT_RESOLVED ? undefined : value
}

/** Whether a list or map may carry the tag. */
export function isCollectionTag(tag: string, kind: 'list' | 'map'): boolean {
  return tag === '!' || tagNameOf(tag) === `${tagPrefix}${kind === 'list' ? 'seq' : 'map'}`
}

/** The tag under which a key is a merge key although it is not written plainly. */
export function isMergeTag(tag: string): boolean {
  return tagNameOf(tag) === `${tagPrefix}merge`
}

function tagNameOf(tag: string): string {
  if (tag.startsWith('!!')) return tagPrefix + tag.slice(2)
  return tag.startsWith('!<') ? tag.slice(2, -1) : tag
}
