import type { Fields } from '../../sigma/index.ts'
import { completeResource, resourceOf } from '../host/version-resource.ts'
import { textOfField } from '../sysmon/facts/fact.ts'
import { isNoResource, resourceFields } from '../sysmon/facts/resources.ts'
import type { Tie } from './tie.ts'

/** The other fields of the version resource of which a scenario has set one, where they cannot be what they were (version-resource). */
export function derivedResource(fields: Fields, image: 'Image' | 'ImageLoaded', { isSet, follows }: Tie): Fields {
  const set = resourceFields.filter((name) => isSet(name) && textOfField(fields, name) !== null)
  const given = Object.fromEntries(set.map((name) => [name, fields[name] ?? null]))
  const told = set.map((name) => textOfField(fields, name))
  const others = resourceFields.filter((name) => Object.hasOwn(fields, name) && follows(name))
  const isGone = isNoResource(textOfField(fields, 'FileVersion'))
  const mark = told.find(isNoResource)
  if (
    mark !== undefined &&
    (isSet('FileVersion') ? isGone : others.includes('FileVersion') && told.every(isNoResource))
  ) {
    return Object.fromEntries(others.map((name) => [name, mark]))
  }
  if (set.length === 0 || mark !== undefined || !isGone || isSet('FileVersion')) return {}
  const nothing = resourceOf('', '', null)
  const completed = completeResource(nothing, given, textOfField(fields, image) ?? '')
  return Object.fromEntries(others.map((name) => [name, completed[name]]))
}
