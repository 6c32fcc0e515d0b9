import type { FieldFormat } from '../../catalogue/index.ts'
import { pathWithoutDrive, registryRoot } from '../problems/advice.ts'
import type { Problem } from '../problems/problem.ts'
import type { Leaf } from '../rule/predicate.ts'
import { fieldIn } from './events/known-events-of.ts'
import type { FieldEntry } from './field-entries.ts'

/** A value that no value of the field begins with (W-PATH). */
export function adviceOnPaths(entry: FieldEntry): readonly Problem[] {
  if (isOfFormats(entry, ['path', 'directory'])) return entry.key.children.flatMap((leaf) => onPath(leaf, entry.field))
  if (isOfFormats(entry, ['registry-path', 'audited-registry-path']))
    return entry.key.children.flatMap((leaf) => onRegistry(leaf, entry.field))
  return []
}

/** Each event that has the field is known to write it so. */
function isOfFormats({ events, field }: FieldEntry, formats: readonly FieldFormat[]): boolean {
  const known = events === null ? [] : fieldIn(events, field)
  return known.length > 0 && known.every(({ format }) => format !== null && formats.includes(format))
}

/** How paths begin that have no drive: names of shares and of the object manager. */
const withoutDrive = /^\\(?:$|\\|\?\?\\|(?:Device|SystemRoot|GLOBAL\?\?|DosDevices|GLOBALROOT)(?:\\|$))/i

function onPath(leaf: Leaf, field: string): readonly Problem[] {
  const start = startOf(leaf)
  if (start === null || !start.text.startsWith('\\') || withoutDrive.test(start.text)) return []
  const hint =
    leaf.modifiers.length === 0 && start.isWhole
      ? `Write ${field}|endswith.`
      : `Write contains in place of ${leaf.modifiers.includes('startswith') ? 'startswith' : 'an exact value'}, or begin with the drive.`
  return [pathWithoutDrive(leaf.span, field, leaf.written, hint)]
}

/** Roots as other tools write them, and what events have in their place. */
const foreignRoots: Readonly<Record<string, string>> = {
  HKEY_LOCAL_MACHINE: 'HKLM\\',
  HKEY_USERS: 'HKU\\',
  HKEY_CURRENT_USER: 'HKU\\ and the SID of the user',
  HKCU: 'HKU\\ and the SID of the user',
  HKEY_CLASSES_ROOT: 'HKCR\\, or HKLM\\SOFTWARE\\Classes\\',
  HKEY_CURRENT_CONFIG: 'HKLM\\System\\CurrentControlSet\\Hardware Profiles\\Current\\',
  HKCC: 'HKLM\\System\\CurrentControlSet\\Hardware Profiles\\Current\\',
}

function onRegistry(leaf: Leaf, field: string): readonly Problem[] {
  const root = /^([A-Za-z_]+):?(?:\\|$)/.exec(startOf(leaf)?.text ?? '')?.[1]
  const instead = Object.entries(foreignRoots).find(([name]) => name === root?.toUpperCase())?.[1]
  if (root === undefined || instead === undefined) return []
  const hint = `Events have ${instead}: write that, or contains and what follows the root.`
  return [registryRoot(leaf.span, field, root, hint)]
}

/** The text that a value has to begin with; null where it may begin with anything. */
function startOf({ test, modifiers }: Leaf): { readonly text: string; readonly isWhole: boolean } | null {
  if (test.operator !== 'text' || (test.anchor !== 'equals' && test.anchor !== 'startswith')) return null
  if (modifiers.some((name) => name !== 'startswith' && name !== 'all' && name !== 'neq' && name !== 'cased'))
    return null
  const [pattern] = test.alternatives
  const [first] = pattern ?? []
  return first?.kind === 'text' ? { text: first.text, isWhole: pattern?.length === 1 } : null
}
