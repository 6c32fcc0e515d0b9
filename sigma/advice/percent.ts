import { percentWithoutExpand } from '../problems/advice.ts'
import type { Problem } from '../problems/problem.ts'
import type { TextContext } from './advise.ts'
import type { FieldEntry } from './field-entries.ts'

/** The names that Sigma gives placeholders (semantics 4.10), in lower case. */
const standard: readonly string[] = ['administrators', 'jumpservers', 'workstations', 'servers', 'domaincontrollers']

/** Variables of Windows: a rule that names one means the text. */
const variables: readonly string[] = [
  ...['allusersprofile', 'appdata', 'commonprogramfiles', 'computername', 'comspec', 'homedrive', 'homepath'],
  ...['localappdata', 'logonserver', 'os', 'path', 'pathext', 'programdata', 'programfiles', 'programfiles(x86)'],
  ...['programw6432', 'psmodulepath', 'public', 'systemdrive', 'systemroot', 'temp', 'tmp', 'userdomain', 'username'],
  ...['userprofile', 'windir'],
]

/** `%Servers%` as a whole value without `expand` (W-PERCENT). An environment variable is no placeholder. */
export function adviceOnPercent({ key, field }: FieldEntry, { placeholders }: TextContext): readonly Problem[] {
  return key.children.flatMap(({ written, modifiers, span }) => {
    const name = /^%([^%]+)%$/.exec(written)?.[1]
    if (name === undefined || modifiers.includes('expand') || variables.includes(name.toLowerCase())) return []
    const isConfigured = Object.hasOwn(placeholders, name)
    if (!isConfigured && !standard.includes(name.toLowerCase())) return []
    return [percentWithoutExpand(span, field, name, isConfigured)]
  })
}
