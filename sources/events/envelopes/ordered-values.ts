import { windowsEventOf } from '../../../catalogue/index.ts'
import type { Fields, Json, JsonObject } from '../../../sigma/index.ts'

/**
 * Values without names, in the order in which Windows writes them, by the catalogue's names: those of the version of the
 * event that has so many. Null where provider, id and count are those of no event, or of more than one version.
 */
export function orderedFields(
  { EventID: id, Provider_Name: provider }: Fields,
  values: readonly Json[],
): JsonObject | null {
  const event = windowsEventOf(Number(id))
  if (event === null || String(provider).toLowerCase() !== event.log.provider.toLowerCase()) return null
  const versions = [...new Set(event.fields.map(({ since }) => Number(since)))]
  const ofCount = versions
    .map((version) => event.fields.filter(({ since }) => Number(since) <= version))
    .filter((fields) => fields.length === values.length)
  const [fields, ...more] = ofCount
  if (fields === undefined || more.length > 0) return null
  return Object.fromEntries(fields.map(({ name }, at) => [name, values[at] ?? null]))
}
