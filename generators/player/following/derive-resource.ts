import type { Fields, Json } from '../../../sigma/index.ts'
import { textOfField } from '../../facts/fact.ts'
import { isNoResource, resourceFields } from '../../facts/resources.ts'
import { completeResource, resourceOf } from '../../host/programs/version-resource.ts'
import type { Tie } from './tie.ts'

/** The other fields of the version resource of which a scenario has set one, where they cannot be what they were (version-resource). */
export function derivedResource(fields: Fields, image: 'Image' | 'ImageLoaded', { isSet, follows }: Tie): Fields {
  const textIn = (name: string) => textOfField(fields, name)
  const set = resourceFields.filter((name) => isSet(name) && textIn(name) !== null)
  const others = resourceFields.filter((name) => Object.hasOwn(fields, name) && follows(name))
  const filled = (value: (name: (typeof resourceFields)[number]) => Json) =>
    Object.fromEntries(others.map((name) => [name, value(name)]))
  const version = isSet('FileVersion') ? textIn('FileVersion') : null
  if (version !== null && isNoResource(version)) return filled(() => version)
  const said = set.filter((name) => !isNoResource(textIn(name)))
  const isGone = others.length > 0 && others.every((name) => isNoResource(textIn(name)))
  if (said.length > 0 && isGone) {
    const given = Object.fromEntries(said.map((name) => [name, textIn(name)]))
    const completed = completeResource(resourceOf('', '', null), given, textIn(image) ?? '')
    return filled((name) => completed[name])
  }
  // One release writes one mark.
  const mark = set.map(textIn).find(isNoResource)
  const unlike = others.filter((name) => isNoResource(textIn(name)) && textIn(name) !== mark)
  return mark === undefined || mark === null ? {} : Object.fromEntries(unlike.map((name) => [name, mark]))
}
